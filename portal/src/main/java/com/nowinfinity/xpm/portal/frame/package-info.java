/** What all pages have in common: the frame around them, words for people, the bell, refusals. */
@NullMarked
package com.nowinfinity.xpm.portal.frame;

import org.jspecify.annotations.NullMarked;

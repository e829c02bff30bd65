/** Tests of what all pages have in common. */
@NullMarked
package com.nowinfinity.xpm.portal.frame;

import org.jspecify.annotations.NullMarked;

/** What is worth telling somebody, and in which words: pure. */
@NullMarked
package com.nowinfinity.xpm.notification.notices;

import org.jspecify.annotations.NullMarked;

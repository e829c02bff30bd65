/** The whole system, started as {@code ./run} starts it, seen from outside. */
@NullMarked
package com.nowinfinity.xpm.systemtests;

import org.jspecify.annotations.NullMarked;

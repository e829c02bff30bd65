/** The worker as a whole, against real neighbours. */
@NullMarked
package com.nowinfinity.xpm.worker;

import org.jspecify.annotations.NullMarked;

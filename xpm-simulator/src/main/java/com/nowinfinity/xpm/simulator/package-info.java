/** A strict Xero Practice Manager and Xero identity on one port, with a clock, a seed and a memory. */
@NullMarked
package com.nowinfinity.xpm.simulator;

import org.jspecify.annotations.NullMarked;

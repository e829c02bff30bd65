/** The gate in front of the data: who calls, whether she may, how much is left, and what is remembered of it. */
@NullMarked
package com.nowinfinity.xpm.simulator.gateway;

import org.jspecify.annotations.NullMarked;

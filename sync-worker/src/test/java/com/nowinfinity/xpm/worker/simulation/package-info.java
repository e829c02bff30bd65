/** The engine in a world of its own: one thread at a time, a clock, a seed, and everything that can go wrong. */
@NullMarked
package com.nowinfinity.xpm.worker.simulation;

import org.jspecify.annotations.NullMarked;

/** Invents a practice from a seed: XPM's clients, the portal's entities beside them, and what differs. */
@NullMarked
package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.NullMarked;

/** What goes wrong on purpose: a script of faults, which calls they strike, and what is left of the answer. */
@NullMarked
package com.nowinfinity.xpm.simulator.faults;

import org.jspecify.annotations.NullMarked;

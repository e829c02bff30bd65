/** Whether the generated practice is what it says. */
@NullMarked
package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.NullMarked;

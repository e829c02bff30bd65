/** The judge: limits kept to the letter, every call and effect remembered, doubles counted. */
@NullMarked
package com.nowinfinity.xpm.simulator.judge;

import org.jspecify.annotations.NullMarked;

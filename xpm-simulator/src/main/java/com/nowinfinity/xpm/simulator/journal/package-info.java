/** What survives a kill: every acknowledged effect as one line of a file. */
@NullMarked
package com.nowinfinity.xpm.simulator.journal;

import org.jspecify.annotations.NullMarked;

/** Whether the judge judges right. */
@NullMarked
package com.nowinfinity.xpm.simulator.judge;

import org.jspecify.annotations.NullMarked;

/** The simulator seen over its own socket, as any client sees it. */
@NullMarked
package com.nowinfinity.xpm.simulator;

import org.jspecify.annotations.NullMarked;

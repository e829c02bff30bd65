/** HTTP and XML as they travel: requests in, answers out, nothing of their meaning. */
@NullMarked
package com.nowinfinity.xpm.simulator.wire;

import org.jspecify.annotations.NullMarked;

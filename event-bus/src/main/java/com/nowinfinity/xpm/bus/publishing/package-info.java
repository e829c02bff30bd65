/** Events on their way to the broker, and the dead letters. */
@NullMarked
package com.nowinfinity.xpm.bus.publishing;

import org.jspecify.annotations.NullMarked;

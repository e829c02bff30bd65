/** What a service says that is not let in where it needs to be. */
@NullMarked
package com.nowinfinity.xpm.bus.wiring;

import org.jspecify.annotations.NullMarked;

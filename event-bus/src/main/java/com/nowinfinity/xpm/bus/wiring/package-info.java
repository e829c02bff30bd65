/** The event bus as Spring Boot sets it up. */
@NullMarked
package com.nowinfinity.xpm.bus.wiring;

import org.jspecify.annotations.NullMarked;

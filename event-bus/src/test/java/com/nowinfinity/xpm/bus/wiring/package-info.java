/** Tests of how a service is put together. */
@org.jspecify.annotations.NullMarked
package com.nowinfinity.xpm.bus.wiring;

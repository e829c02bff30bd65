/** Publishing and consuming events: what a service sees of Kafka. */
@NullMarked
package com.nowinfinity.xpm.bus;

import org.jspecify.annotations.NullMarked;

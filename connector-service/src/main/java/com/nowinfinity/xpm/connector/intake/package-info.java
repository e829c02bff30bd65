/** Kafka first, then 202: events that the portal hands in over HTTP, each id taken once. */
@NullMarked
package com.nowinfinity.xpm.connector.intake;

import org.jspecify.annotations.NullMarked;

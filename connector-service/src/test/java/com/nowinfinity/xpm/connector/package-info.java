/** The service as a whole, with a real broker, registry and database, and the simulator for Xero. */
@NullMarked
package com.nowinfinity.xpm.connector;

import org.jspecify.annotations.NullMarked;

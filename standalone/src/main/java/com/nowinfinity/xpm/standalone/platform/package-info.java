/** Broker, schema registry and database as real servers that need no installation and keep what they acknowledged. */
@NullMarked
package com.nowinfinity.xpm.standalone.platform;

import org.jspecify.annotations.NullMarked;

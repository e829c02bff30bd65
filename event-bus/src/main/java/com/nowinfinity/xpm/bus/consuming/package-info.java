/** Events off the broker: one consumer for each subscription, retries by partition, nothing skipped. */
@NullMarked
package com.nowinfinity.xpm.bus.consuming;

import org.jspecify.annotations.NullMarked;

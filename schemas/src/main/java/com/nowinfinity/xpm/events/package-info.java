/** The events of every topic, generated from {@code src/main/avro}, and the one list of topics. */
@NullMarked
package com.nowinfinity.xpm.events;

import org.jspecify.annotations.NullMarked;

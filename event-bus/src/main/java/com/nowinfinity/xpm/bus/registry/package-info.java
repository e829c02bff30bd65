/** Avro in Confluent's frame: schemas by id, values to bytes and back, and what is wrong with a record that is not. */
@NullMarked
package com.nowinfinity.xpm.bus.registry;

import org.jspecify.annotations.NullMarked;

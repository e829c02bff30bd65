/**
 * The events of every topic, generated from {@code src/main/avro}, and the one list of topics. The generated classes say
 * nothing about null, so the package is not null-marked; the others are.
 */
package com.nowinfinity.xpm.events;

package com.nowinfinity.xpm.portal.entities;

import java.util.Map;

/**
 * A business's entities in numbers.
 *
 * @param total all of them
 * @param kinds how many of each kind
 * @param outcomes how many with each latest outcome
 * @param unpublished changes that are not on Kafka yet
 */
public record EntityCounts(long total, Map<String, Long> kinds, Map<String, Long> outcomes, long unpublished) {}

package com.nowinfinity.xpm.bus;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a business's events are in, on every topic: Kafka's default for a key, which the JavaScript and Java
 * clients share.
 *
 * @param count partitions of every topic
 */
public record Partitions(int count) {

    public int of(String businessId) {
        return of(businessId.getBytes(StandardCharsets.UTF_8));
    }

    public int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }
}

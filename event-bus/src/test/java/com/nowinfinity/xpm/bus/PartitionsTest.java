package com.nowinfinity.xpm.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "b-1", "0b0f0d3e-0000-4000-8000-000000000001", "Zürich", "a business with a long name"})
    void isWhereKafkaPutsTheKey(String businessId) {
        byte[] key = businessId.getBytes(StandardCharsets.UTF_8);

        assertThat(new Partitions(24).of(businessId)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 24));
        assertThat(new Partitions(1).of(businessId)).isZero();
    }
}

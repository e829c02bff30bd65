package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedKafkaIT {

    private static final String TOPIC = "kept";
    private static final List<String> RECORDS =
            IntStream.range(0, 200).mapToObj("record-%d"::formatted).toList();

    @TempDir
    Path folder;

    @Test
    void keepsAcknowledgedRecordsThroughAKillAndOnAnotherPort() throws Exception {
        int port = FreePort.any();
        var server = ServerMain.start("kafka", folder, port);
        try {
            createTopic("127.0.0.1:" + port);
            publish("127.0.0.1:" + port);
        } finally {
            server.destroyForcibly().waitFor();
        }

        try (var again = EmbeddedKafka.start(folder, FreePort.any())) {
            assertThat(consume(again.bootstrapServers())).containsExactlyElementsOf(RECORDS);
        }
    }

    private static void createTopic(String servers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void publish(String servers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var record : RECORDS) {
                producer.send(new ProducerRecord<>(TOPIC, "business", record)).get();
            }
        }
    }

    private static List<String> consume(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (found.size() < RECORDS.size()) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> found.add(record.value()));
            }
        }
        return found;
    }
}

package com.nowinfinity.xpm.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Operators see what could not be used, put it on its topic again, or drop it. */
@UsesConnector
class DeadLettersIT {

    private static final String TOPIC = Topics.ENTITY_SYNCED.name();
    private static final byte[] POISON = {0, 0, 0};

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();
    private final String operator = connector.keys.token("xpm.operate");

    @Test
    void showsWhereALetterCameFromAndWhatWasWrongAndNothingOfItsContent() {
        produce(POISON, "secret-canary");

        JsonNode letter = awaitLetter();

        assertThat(letter.at("/topic").asString()).isEqualTo(TOPIC);
        assertThat(letter.at("/cause").asString()).isEqualTo("frame-missing");
        assertThat(letter.at("/key").asString()).isEqualTo(portal.businessId());
        assertThat(letter.at("/state").asString()).isEqualTo("OPEN");
        assertThat(letter.at("/size").asInt()).isEqualTo(POISON.length);
        assertThat(letter.at("/offset").isNumber()).isTrue();
        assertThat(letter.at("/at").asString()).isNotBlank();
        Reply shown = call("GET", "/" + letter.at("/id").asString()).expect(200);
        assertThat(shown.json()).isEqualTo(letter);
        assertThat(shown.response().body()).doesNotContain("canary");
    }

    @Test
    void listsWithoutAWarningForEachPartitionThatItAsksAbout() {
        produce(POISON, "quiet");
        awaitLetter();
        Logger client = (Logger) LoggerFactory.getLogger("org.apache.kafka.clients.consumer");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        client.setLevel(Level.WARN);
        client.addAppender(heard);
        try {
            awaitLetter();
        } finally {
            client.detachAppender(heard);
            client.setLevel(null);
        }

        assertThat(List.copyOf(heard.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("no longer assigned"));
    }

    @Test
    void replaysTheBytesThatCameOnce() {
        produce(POISON, "kept");
        JsonNode letter = awaitLetter();
        String id = letter.at("/id").asString();

        assertThat(call("POST", "/" + id + "/replay").expect(202).text("/state"))
                .isEqualTo("REPLAYED");
        call("POST", "/" + id + "/replay").expectProblem(409, "already-replayed");
        call("DELETE", "/" + id).expectProblem(409, "already-replayed");

        List<ConsumerRecord<byte[], byte[]>> records =
                recordsOfMine(letter.at("/partition").asInt());
        assertThat(records).hasSize(2);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            assertThat(record.value()).isEqualTo(POISON);
            assertThat(Arrays.stream(record.headers().toArray()))
                    .singleElement()
                    .satisfies(header -> assertThat(header.value()).isEqualTo("kept".getBytes(UTF_8)));
        }
        JsonNode again = awaitLetter();
        assertThat(again.at("/id").asString())
                .as("still poison, and a letter of its own")
                .isNotEqualTo(id);
    }

    @Test
    void dropsALetterFromTheListForGood() {
        produce(POISON, "x");
        String id = awaitLetter().at("/id").asString();

        call("DELETE", "/" + id).expect(204);
        call("DELETE", "/" + id).expect(204);

        assertThat(letters("")).isEmpty();
        assertThat(letters("&all=true"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.at("/state").asString()).isEqualTo("DROPPED"));
        call("POST", "/" + id + "/replay").expectProblem(409, "already-dropped");
    }

    @Test // F30
    void f30TakesAMarkOfANewerVersionForDoneAndListsTheOthers() {
        produce(POISON, "x");
        String id = awaitLetter().at("/id").asString();
        call("DELETE", "/" + id).expect(204);
        connector
                .database()
                .getCollection("deadLetterMarks")
                .updateMany(
                        new Document("_id", Pattern.compile("^" + Pattern.quote(TOPIC + "/")))
                                .append("state", "DROPPED"),
                        new Document("$set", new Document("state", "QUARANTINED").append("colour", "green")));
        produce(POISON, "y");

        assertThat(awaitLetter().at("/id").asString()).isNotEqualTo(id);
        call("POST", "/" + id + "/replay").expectProblem(409, "already-replayed");
        call("DELETE", "/" + id).expectProblem(409, "already-replayed");
    }

    @Test
    void goesThroughTheListByPages() {
        for (int i = 0; i < 3; i++) {
            produce(POISON, "x");
        }
        await().untilAsserted(() -> assertThat(letters("")).hasSize(3));
        buryOnceMore(letters("").getFirst().at("/partition").asInt());

        List<JsonNode> mine = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = call("GET", "?limit=1" + cursor).expect(200);
            page.at("/items").forEach(letter -> {
                ids.add(letter.at("/id").asString());
                if (letter.at("/key").asString().equals(portal.businessId())) {
                    mine.add(letter);
                }
            });
            cursor = page.at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
        } while (!cursor.isEmpty());

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(mine).as("each record once, whoever has put it aside").hasSize(3);
    }

    @Test
    void isForOperatorsAlone() {
        for (String scope : List.of("xpm.read", "xpm.manage", "xpm.read xpm.manage")) {
            call("GET", "", connector.keys.token(scope, portal.businessId())).expectProblem(403, "forbidden");
        }
        call("GET", "/no-such-topic-0-0").expectProblem(404, "dead-letter-not-found");
        call("GET", "/" + TOPIC + "-0-999999999").expectProblem(404, "dead-letter-not-found");
        call("GET", "/..%2f..%2fetc").expect(400);
        call("GET", "?limit=0").expectProblem(400, "invalid-limit");
        call("GET", "?cursor=bm9uZQ").expectProblem(400, "invalid-cursor");
    }

    private JsonNode awaitLetter() {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> letters(""), letters -> letters.size() == 1)
                .getFirst();
    }

    /** Those of this business. */
    private List<JsonNode> letters(String query) {
        return StreamSupport.stream(
                        call("GET", "?limit=500" + query)
                                .expect(200)
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(letter -> letter.at("/key").asString().equals(portal.businessId()))
                .toList();
    }

    private Reply call(String method, String path) {
        return call(method, path, operator);
    }

    private Reply call(String method, String path, String token) {
        return Portal.exchange(
                method,
                connector.uri.resolve("/api/dead-letters" + path),
                BodyPublishers.noBody(),
                Map.of("Authorization", "Bearer " + token));
    }

    private void produce(byte[] value, String header) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(site(), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(TOPIC, portal.businessId().getBytes(UTF_8), value);
            record.headers().add("note", header.getBytes(UTF_8));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As another reader of the topic does with what it cannot use either. */
    private void buryOnceMore(int number) {
        String dead = TOPIC + ".dead";
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(site(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> record : recordsOfMine(dead, number)) {
                producer.send(new ProducerRecord<>(dead, number, record.key(), record.value(), record.headers()))
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOfMine(int number) {
        return recordsOfMine(TOPIC, number);
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOfMine(String topic, int number) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(site(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, number);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<byte[], byte[]>> mine = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).records(partition).stream()
                        .filter(record ->
                                record.key() != null && new String(record.key(), UTF_8).equals(portal.businessId()))
                        .forEach(mine::add);
            }
            return mine;
        }
    }

    private static Map<String, Object> site() {
        return Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers());
    }
}

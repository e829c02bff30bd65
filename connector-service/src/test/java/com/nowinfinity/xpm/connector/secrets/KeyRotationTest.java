package com.nowinfinity.xpm.connector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class KeyRotationTest {

    private static final String ALL = "All secrets at rest are sealed with key 7";
    private static final String KEYSET = """
            {"primaryKeyId": 7, "key": [{"keyId": 7, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {
             "keyMaterialType": "SYMMETRIC", "typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey",
             "value": "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="}}]}""";

    private final Logger logger = (Logger) LoggerFactory.getLogger(KeyRotation.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final KeyRotation unit = new KeyRotation(
            Keyset.seal(KEYSET),
            () -> List.of(() -> 0, () -> {
                turns.incrementAndGet();
                return left.get();
            }),
            now::get);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void goesOnUntilNothingIsLeftAndOnlyThenSaysSo() {
        left.set(1);
        unit.turn();
        unit.turn();
        assertThat(turns).hasValue(2);
        assertThat(said()).hasSize(2).allMatch(line -> line.contains("keep the older keys"));

        left.set(0);
        unit.turn();
        unit.turn();

        assertThat(turns).hasValue(3);
        assertThat(said()).hasSize(3).endsWith(ALL);
    }

    @Test
    void looksAgainAfterAnHour() {
        unit.turn();
        now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
        unit.turn();

        assertThat(turns).hasValue(2);
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}

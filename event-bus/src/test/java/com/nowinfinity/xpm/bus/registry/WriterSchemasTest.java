package com.nowinfinity.xpm.bus.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String LONG = "\"long\"";

    private final MovedClock clock = new MovedClock();
    private int asked;
    private Supplier<Optional<String>> registry = () -> Optional.of(LONG);
    private final WriterSchemas unit = new WriterSchemas(
            id -> {
                asked++;
                return registry.get();
            },
            clock,
            PAUSE);

    @Test
    void asksOnceForAnId() {
        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Known(Schema.create(Schema.Type.LONG)));
        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Known(Schema.create(Schema.Type.LONG)));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void believesADenialOnlyWhenItIsRepeatedAfterThePause() {
        registry = Optional::empty;

        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Doubtful(PAUSE));
        clock.pass(Duration.ofSeconds(4));
        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Doubtful(Duration.ofSeconds(6)));
        clock.pass(Duration.ofSeconds(6));
        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Missing());
    }

    @Test
    void doubtsEachIdByItself() {
        registry = Optional::empty;
        unit.find(7);
        clock.pass(PAUSE);

        assertThat(unit.find(8)).isEqualTo(new WriterSchema.Doubtful(PAUSE));
        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Missing());
    }

    @Test
    void forgetsADenialOfLongAgo() {
        registry = Optional::empty;
        unit.find(7);
        clock.pass(Duration.ofHours(1));

        assertThat(unit.find(7)).isEqualTo(new WriterSchema.Doubtful(PAUSE));
    }

    @Test
    void findsWhatWasDeniedBefore() {
        registry = Optional::empty;
        unit.find(7);
        registry = () -> Optional.of(LONG);

        assertThat(unit.find(7)).isInstanceOf(WriterSchema.Known.class);
    }

    @Test
    void saysAgainThatTheRegistryIsAwayWithoutAskingAtOnce() {
        registry = () -> {
            throw new RegistryUnavailableException("away", null);
        };

        assertThatThrownBy(() -> unit.find(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> unit.find(8)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(asked).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        registry = () -> Optional.of(LONG);
        assertThat(unit.find(8)).isInstanceOf(WriterSchema.Known.class);
    }

    @Test
    void keepsWhatIsNoAvroSchemaAsUnusable() {
        registry = () -> Optional.of("{\"type\": \"object\"}");

        assertThat(unit.find(7)).isInstanceOf(WriterSchema.Unusable.class);
        assertThat(unit.find(7)).isInstanceOf(WriterSchema.Unusable.class);
        assertThat(asked).isEqualTo(1);
    }
}

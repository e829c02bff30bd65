package com.nowinfinity.xpm.bus.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of records by id. An id never changes its schema, so one that was found once is found without the
 * registry ever after. A registry that has just been restored from a backup can lack an id for a moment; so one denial
 * proves nothing, and two that lie {@code pause} apart do.
 */
final class WriterSchemas {

    /** Whoever asks this soon after a failure gets the same failure: a poll over many partitions waits once. */
    private static final Duration SULK = Duration.ofMillis(500);

    /** After this long without a question, an old denial counts for nothing. */
    private static final int FORGET_AFTER_PAUSES = 6;

    private final IntFunction<Optional<String>> registry;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<Integer, WriterSchema> settled = new ConcurrentHashMap<>();
    private final Map<Integer, Denial> denials = new ConcurrentHashMap<>();

    private volatile @Nullable Silence silence;

    private record Denial(Instant first, Instant last) {}

    private record Silence(Instant until, RegistryUnavailableException reason) {}

    WriterSchemas(IntFunction<Optional<String>> registry, InstantSource clock, Duration pause) {
        this.registry = registry;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws RegistryUnavailableException when the registry is needed and does not answer */
    WriterSchema find(int id) {
        WriterSchema known = settled.get(id);
        if (known != null) {
            return known;
        }
        Optional<String> text = asked(id);
        if (text.isEmpty()) {
            return denied(id);
        }
        denials.remove(id);
        WriterSchema found = parsed(text.get());
        settled.put(id, found);
        return found;
    }

    private Optional<String> asked(int id) {
        Silence recent = silence;
        if (recent != null && clock.instant().isBefore(recent.until())) {
            throw recent.reason();
        }
        try {
            return registry.apply(id);
        } catch (RegistryUnavailableException e) {
            silence = new Silence(clock.instant().plus(SULK), e);
            throw e;
        }
    }

    private WriterSchema denied(int id) {
        Instant now = clock.instant();
        Denial denial = denials.compute(
                id,
                (key, before) -> before == null
                                || before.last()
                                        .plus(pause.multipliedBy(FORGET_AFTER_PAUSES))
                                        .isBefore(now)
                        ? new Denial(now, now)
                        : new Denial(before.first(), now));
        Duration left = Duration.between(now, denial.first().plus(pause));
        return left.isPositive() ? new WriterSchema.Doubtful(left) : new WriterSchema.Missing();
    }

    private static WriterSchema parsed(String text) {
        try {
            return new WriterSchema.Known(new Schema.Parser().parse(text));
        } catch (AvroRuntimeException e) {
            return new WriterSchema.Unusable("what the registry has under this id is no Avro schema that stands alone");
        }
    }
}

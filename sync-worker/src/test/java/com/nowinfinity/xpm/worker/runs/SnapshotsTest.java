package com.nowinfinity.xpm.worker.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T00:00:00Z");

    @Test
    void sayUntilWhenAPairAgreed() {
        assertThat(until(MONDAY, taken(NOON), taken(TUESDAY))).isEqualTo(TUESDAY);
        assertThat(until(TUESDAY, taken(NOON))).isEqualTo(TUESDAY);
        assertThat(until(MONDAY)).isEqualTo(MONDAY);
    }

    @Test
    void sayNothingOfAPairThatNeverAgreed() {
        assertThat(until(null, taken(NOON))).isNull();
    }

    @Test
    void leaveOutWhatARunDidNotLookAt() {
        assertThat(until(MONDAY, taken(NOON), taken(TUESDAY, RunKind.TRUSTS))).isEqualTo(NOON);
        assertThat(until(MONDAY, taken(TUESDAY, RunKind.COMPANIES))).isEqualTo(TUESDAY);
        assertThat(until(MONDAY, taken(NOON), new Snapshots.Taken(TUESDAY, List.of(), Set.of("c-1"))))
                .isEqualTo(NOON);
    }

    private static @Nullable Instant until(@Nullable Instant comparedAt, Snapshots.Taken... taken) {
        Intent intent = Entities.intent(Entities.company("c-1", "Smith"))
                .withBase(new Base(Map.of("name", "smith"), Set.of(), comparedAt));
        return new Snapshots(List.of(taken)).upTo(intent).base().comparedAt();
    }

    private static Snapshots.Taken taken(Instant at, RunKind... kinds) {
        return new Snapshots.Taken(at, List.of(kinds), Set.of());
    }
}

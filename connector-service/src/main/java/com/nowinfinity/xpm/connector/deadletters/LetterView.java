package com.nowinfinity.xpm.connector.deadletters;

import com.nowinfinity.xpm.bus.letters.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as operators see it: no content, which may be personal and is of no use without its schema.
 *
 * @param topic partition and offset of the record that could not be used
 * @param key the business, where the record had a sound one
 * @param cause a stable code
 * @param text what was said with it
 * @param at when it was put aside
 * @param publishedAt when the record came
 * @param size of its value in bytes
 */
record LetterView(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String cause,
        String text,
        Instant at,
        Instant publishedAt,
        int size,
        State state,
        @Nullable String markedBy,
        @Nullable Instant markedAt) {

    enum State {
        OPEN,
        REPLAYING,
        REPLAYED,
        DROPPED
    }

    static LetterView of(DeadLetter letter, @Nullable Mark mark) {
        int colon = letter.cause().indexOf(':');
        return new LetterView(
                letter.place().toString(),
                letter.place().topic().name(),
                letter.origin().partition(),
                letter.origin().offset(),
                letter.key(),
                colon < 0 ? letter.cause() : letter.cause().substring(0, colon),
                letter.cause(),
                letter.at(),
                letter.origin().at(),
                letter.size(),
                mark == null ? State.OPEN : state(mark),
                mark == null ? null : mark.by(),
                mark == null ? null : mark.at());
    }

    private static State state(Mark mark) {
        return switch (mark.state()) {
            case REPLAYING -> State.REPLAYING;
            case REPLAYED -> State.REPLAYED;
            case DROPPED -> State.DROPPED;
        };
    }
}

package com.nowinfinity.xpm.simulator.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a call goes wrong. {@code applied} says whether what was asked for happens nevertheless: the write is done and
 * only its answer is not the true one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Effect.Throttle.class, name = "throttle"),
    @JsonSubTypes.Type(value = Effect.Respond.class, name = "respond"),
    @JsonSubTypes.Type(value = Effect.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Effect.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Effect.Drip.class, name = "drip"),
    @JsonSubTypes.Type(value = Effect.Alter.class, name = "alter"),
    @JsonSubTypes.Type(value = Effect.Headers.class, name = "headers"),
    @JsonSubTypes.Type(value = Effect.Fields.class, name = "fields"),
    @JsonSubTypes.Type(value = Effect.Outage.class, name = "outage")
})
public sealed interface Effect {

    /**
     * It takes longer, and ends well.
     *
     * @param jitter up to how much more, drawn from the script's seed
     * @param applied whether the effect comes first and the answer late, and not both late
     */
    record Delay(Duration length, @Nullable Duration jitter, boolean applied) implements Effect {}

    /**
     * 429, empty, as XPM sends it; counts as no limit broken.
     *
     * @param limit what {@code X-Rate-Limit-Problem} says; null for no such header
     * @param retryAfter as {@code Retry-After} is to be written, sense or nonsense; null for no such header
     * @param retryAt {@code Retry-After} as the HTTP date that lies so far ahead
     */
    record Throttle(
            @Nullable String limit,
            @Nullable String retryAfter,
            @Nullable Duration retryAt) implements Effect {}

    /**
     * Another answer in place of the true one.
     *
     * @param sample a prepared body with its content type; {@code body} and {@code contentType} go before it
     */
    record Respond(
            int status,
            @Nullable Sample sample,
            @Nullable String contentType,
            @Nullable String body,
            @Nullable Map<String, String> headers,
            boolean applied)
            implements Effect {

        public Respond {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status is between 200 and 599");
            }
        }

        public static Respond of(int status, Sample sample) {
            return new Respond(status, sample, null, null, null, false);
        }
    }

    /** The connection ends without an answer. */
    record Drop(boolean applied) implements Effect {}

    /** The true answer announces its length and ends after so many bytes of the body, at the latest before the last. */
    record Truncate(int bytes) implements Effect {}

    /**
     * The true answer comes piece by piece.
     *
     * @param bytes of each piece
     * @param endless whether blanks follow for ever
     */
    record Drip(int bytes, Duration every, boolean endless) implements Effect {

        public Drip {
            if (bytes < 1) {
                throw new IllegalArgumentException("A piece has at least one byte");
            }
        }
    }

    /** The true answer, spoilt. */
    record Alter(Alteration how) implements Effect {}

    /** The true answer with other headers. */
    record Headers(
            @Nullable Map<String, String> set, @Nullable List<String> remove) implements Effect {}

    /**
     * The true answer, a JSON object, with other fields.
     *
     * @param repeat fields that are written a second time at the end
     */
    record Fields(
            @Nullable Map<String, JsonNode> set,
            @Nullable List<String> remove,
            @Nullable List<String> repeat) implements Effect {}

    /** The connection ends without an answer, and for so long of real time nobody is let in at all. */
    record Outage(Duration length, boolean applied) implements Effect {}
}

package com.nowinfinity.xpm.simulator.faults;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What strikes one call, in the order of the script. */
public final class Strike {

    public static final Strike NONE = new Strike(null, List.of(), Instant.EPOCH, length -> {});

    private final @Nullable String ids;
    private final List<Blow> blows;
    private final Instant now;
    private final Consumer<Duration> outage;

    Strike(@Nullable String ids, List<Blow> blows, Instant now, Consumer<Duration> outage) {
        this.ids = ids;
        this.blows = blows;
        this.now = now;
        this.outage = outage;
    }

    /** An effect with its own chance. */
    record Blow(Effect effect, SplittableRandom chance) {}

    /** The ids of the faults; null when all goes well. */
    public @Nullable String ids() {
        return ids;
    }

    /** Passes the time that lies before the effect. */
    public void pauseBefore() {
        for (Blow blow : blows) {
            if (blow.effect() instanceof Effect.Delay delay && !delay.applied()) {
                Pause.of(length(delay, blow.chance()));
            }
        }
    }

    /** The answer to a call that has no effect at all; empty when it has. */
    public Optional<Answer> instead() {
        return blows.stream().flatMap(blow -> instead(blow.effect()).stream()).findFirst();
    }

    /** For how long a client that takes a 429 seriously now stays away. */
    public Optional<Quiet> quiet() {
        return blows.stream()
                .flatMap(blow -> blow.effect() instanceof Effect.Throttle throttle
                        ? Quiet.of(throttle).stream()
                        : Stream.empty())
                .findFirst();
    }

    /** What is left of an answer whose call had its effect. */
    public Answer spoil(Answer truth) {
        Answer left = truth;
        for (Blow blow : blows) {
            left = spoilt(left, blow);
        }
        return left;
    }

    private Optional<Answer> instead(Effect effect) {
        return switch (effect) {
            case Effect.Throttle throttle -> Optional.of(throttled(throttle));
            case Effect.Respond respond when !respond.applied() -> Optional.of(Spoilt.response(respond));
            case Effect.Drop drop when !drop.applied() -> Optional.of(Answer.dropped());
            case Effect.Outage shut
            when !shut.applied() -> Optional.of(Answer.dropped().afterwards(() -> outage.accept(shut.length())));
            case Effect.Respond ignored -> Optional.empty();
            case Effect.Drop ignored -> Optional.empty();
            case Effect.Outage ignored -> Optional.empty();
            case Effect.Delay ignored -> Optional.empty();
            case Effect.Truncate ignored -> Optional.empty();
            case Effect.Drip ignored -> Optional.empty();
            case Effect.Alter ignored -> Optional.empty();
            case Effect.Headers ignored -> Optional.empty();
            case Effect.Fields ignored -> Optional.empty();
        };
    }

    private Answer spoilt(Answer truth, Blow blow) {
        return switch (blow.effect()) {
            case Effect.Delay delay -> delay.applied() ? Spoilt.late(truth, length(delay, blow.chance())) : truth;
            case Effect.Respond respond -> Spoilt.response(respond);
            case Effect.Drop ignored -> Answer.dropped();
            case Effect.Outage shut -> Answer.dropped().afterwards(() -> outage.accept(shut.length()));
            case Effect.Truncate truncate -> Spoilt.truncated(truth, truncate.bytes());
            case Effect.Drip drip -> Spoilt.dripping(truth, drip);
            case Effect.Alter alter -> Spoilt.altered(truth, alter.how());
            case Effect.Headers headers -> Spoilt.withHeaders(truth, headers);
            case Effect.Fields fields -> Spoilt.withFields(truth, fields);
            case Effect.Throttle ignored -> truth;
        };
    }

    private Answer throttled(Effect.Throttle throttle) {
        Answer answer = Answer.empty(429);
        if (throttle.limit() != null) {
            answer = answer.with("X-Rate-Limit-Problem", throttle.limit());
        }
        if (throttle.retryAt() != null) {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    now.plus(throttle.retryAt()).atOffset(ZoneOffset.UTC));
            return answer.with("Retry-After", date);
        }
        return throttle.retryAfter() == null ? answer : answer.with("Retry-After", throttle.retryAfter());
    }

    private static Duration length(Effect.Delay delay, SplittableRandom chance) {
        long most = delay.jitter() == null ? 0 : delay.jitter().toNanos();
        return most <= 0 ? delay.length() : delay.length().plusNanos(chance.nextLong(most));
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of an intent whose attempt came to nothing: it waits, longer each time, and in the end for a person. */
final class Setbacks {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Business business;

    Setbacks(Business business) {
        this.business = business;
    }

    /** @param parked null while time alone may help */
    record Setback(Sending sending, Next next, Ending.@Nullable Parked parked) {}

    Setback held(Intent intent, Hold hold) {
        if (intent.sending() instanceof Sending.CreateUnknown unknown) {
            return unseen(unknown, hold);
        }
        return switch (hold) {
            case Hold.Until until ->
                new Setback(
                        // The organisation remembers what holds everybody, or who tries next finds it out.
                        until.whom() == Hold.Whom.THIS
                                ? new Sending.Waiting(until.time(), hold.reason(), failures(intent))
                                : intent.sending(),
                        Next.of(hold),
                        null);
            case Hold.Failing failing ->
                failing.othersFare()
                        ? failed(failures(intent) + 1, business.now(), hold.reason())
                        : failed(failures(intent), failing.time(), hold.reason());
            case Hold.UntilConnected connected ->
                new Setback(new Sending.Disconnected(hold.reason()), Next.of(hold), null);
            case Hold.NotOwner lost -> new Setback(intent.sending(), Next.LOST, null);
        };
    }

    /** What we do not know weighs more than why we cannot look just now, unless XPM fails on this very look. */
    private Setback unseen(Sending.CreateUnknown unknown, Hold hold) {
        if (!(hold instanceof Hold.Failing failing) || !failing.othersFare()) {
            return new Setback(unknown, Next.of(hold), null);
        }
        Sending.CreateUnknown again = unknown.failing();
        Instant until = later(business.now().plus(pause(again.failures())), failing.time());
        Ending.Parked parked = again.failures() < InVain.MOST_FAILURES
                ? null
                : new Ending.Parked(Outcomes.reason(
                        "create-unclear",
                        "Whether the client was created is not known, and Practice Manager does not answer the search"
                                + " for it; look for it there and link it, or retry."));
        return new Setback(again.lookingAt(until), new Next.At(until), parked);
    }

    /** A create is looked for by rules of its own; any other write that is not answered is repeated ever more seldom. */
    Setback unclear(Intent intent, Ending.Unclear unclear) {
        return switch (unclear.sending()) {
            case Sending.Waiting waiting -> failed(failures(intent) + 1, business.now(), waiting.reason());
            case Sending.CreateUnknown unknown ->
                new Setback(unknown.lookingAt(unclear.again()), new Next.At(unclear.again()), null);
            case Sending.Clear clear -> new Setback(clear, new Next.At(unclear.again()), null);
            case Sending.Disconnected disconnected -> new Setback(disconnected, Next.ON_CONNECTION, null);
            case Sending.Parked parked -> new Setback(parked, Next.ON_PERSON, null);
        };
    }

    private Setback failed(int failures, Instant notBefore, Reason reason) {
        Instant until = later(business.now().plus(pause(failures)), notBefore);
        Ending.Parked parked =
                failures < InVain.MOST_FAILURES ? null : new Ending.Parked(Reasons.inVain(failures, reason));
        return new Setback(new Sending.Waiting(until, reason, failures), new Next.At(until), parked);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Duration pause(int failures) {
        Duration doubled =
                business.settings().settlingTime().multipliedBy(1L << Math.min(failures, InVain.MOST_FAILURES));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private static int failures(Intent intent) {
        return intent.sending() instanceof Sending.Waiting waiting ? waiting.failures() : 0;
    }
}

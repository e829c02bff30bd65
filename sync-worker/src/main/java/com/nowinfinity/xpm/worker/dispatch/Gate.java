package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.Permit;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The only way of a business to XPM. Every call takes a slot first; waits for the minute, and holds for anything longer.
 * Safe for many threads.
 */
final class Gate {

    private static final int MOST_DEPARTURES = 3;

    private final Supplier<Connection> connection;
    private final SlotKeeper slots;
    private final GateSettings settings;
    private final AccessTokens tokens;
    private final Troubles troubles;
    /** XPM may well show what is there and take nothing. */
    private final Health reads;

    private final Health writes;

    Gate(
            SlotKeeper slots,
            Supplier<Connection> connection,
            GateSettings settings,
            AccessTokens tokens,
            Troubles troubles) {
        this.slots = slots;
        this.connection = connection;
        this.settings = settings;
        this.tokens = tokens;
        this.troubles = troubles;
        this.reads = new Health(settings);
        this.writes = new Health(settings);
    }

    /** What the call is for. */
    record Errand(Slot.Purpose purpose, String subject, String tenantId, boolean interactive) {}

    /** What is stored about a call while its slot is still open, so that a crash in between leaves the slot to tell. */
    interface Note<T> {
        static <T> Note<T> none() {
            return new Note<>() {};
        }

        /** It has its slot and is about to leave, perhaps a minute after it was asked for: the last moment to hold it. */
        default void leaving() {}

        /** It is done. */
        default void done(T value) {}

        /** It may be done. */
        default void unknown() {}

        /** It has not left after all. */
        default void notSent() {}
    }

    /**
     * Makes one call.
     *
     * @throws XpmException.Rejected as XPM said
     * @throws XpmException.OutcomeUnknown when it may have happened
     * @throws Hold when the call cannot be made now; it has certainly not been applied
     */
    <T> Answer<T> call(Errand errand, Function<Call, Answer<T>> exchange, Note<T> note) {
        Connection current = connected(errand);
        AccessToken token = token(() -> tokens.current(current.businessId(), current.epoch()));
        try {
            return attempt(errand, token, exchange, note);
        } catch (XpmException.Unauthorized e) {
            AccessToken another = token(() -> tokens.replacing(current.businessId(), current.epoch(), token));
            try {
                return attempt(errand, another, exchange, note);
            } catch (XpmException.Unauthorized again) {
                troubles.tell(current, ConnectionProblem.UNAUTHORIZED);
                throw new Hold.UntilConnected(
                        Outcomes.reason("reconnect-required", "Xero refuses fresh tokens; connect again."));
            } catch (XpmException.NoAccess refused) {
                throw noAccess(current, refused);
            }
        } catch (XpmException.NoAccess e) {
            throw noAccess(current, e);
        }
    }

    /** What holds calls of this kind for longer than a minute, if anything does: found out without a write. */
    Optional<Hold.Until> held(String tenantId, boolean interactive) {
        return slots.held(tenantId, interactive);
    }

    /**
     * Whoever has made something due for others asks before he notes that his part is done: if another worker has read
     * back what is due before that, he does our part again, and finds it.
     *
     * @throws Hold.NotOwner once another worker has taken the business over
     */
    void checkOwner() {
        slots.checkOwner();
    }

    Usage usage(String tenantId) {
        return slots.usage(tenantId);
    }

    /** Gives out no more slots; calls in progress end as they end. */
    void close() {
        slots.close();
    }

    static Hold.NotOwner notOwner() {
        return new Hold.NotOwner(Outcomes.reason("not-owner", "Another worker has taken the business over."));
    }

    private Hold noAccess(Connection current, XpmException.NoAccess refused) {
        troubles.tell(current, refused.scopeMissing() ? ConnectionProblem.MISSING_SCOPE : ConnectionProblem.NO_ACCESS);
        return new Hold.UntilConnected(Outcomes.reason(
                "no-access", "Xero refuses access to this organisation; the connecting person's rights are gone."));
    }

    private Connection connected(Errand errand) {
        Connection current = connection.get();
        if (!current.connectedTo().equals(Optional.of(errand.tenantId()))) {
            throw new Hold.UntilConnected(
                    Outcomes.reason("not-connected", "The business is not connected to this Xero organisation."));
        }
        return current;
    }

    /** Waiting for a slot takes up to a minute, in which a person may disconnect. */
    private SlotKeeper.Taken takeWhileConnected(Errand errand, Note<?> note) {
        SlotKeeper.Taken taken = slots.take(errand);
        try {
            connected(errand);
            note.leaving();
            return taken;
        } catch (RuntimeException held) {
            slots.unused(taken);
            throw held;
        }
    }

    private <T> Answer<T> attempt(Errand errand, AccessToken token, Function<Call, Answer<T>> exchange, Note<T> note) {
        int failedDepartures = 0;
        while (true) {
            SlotKeeper.Taken taken = takeWhileConnected(errand, note);
            long leaveBefore = taken.from() + settings.leaveWithin().toNanos();
            Permit permit = () -> settings.ticker().getAsLong() - leaveBefore < 0;
            boolean answered = false;
            try {
                Answer<T> answer = exchange.apply(new Call(new Credentials(errand.tenantId(), token), permit));
                answered = true;
                noted(taken, () -> note.done(answer.value()));
                health(errand).fine(errand.subject());
                slots.answered(taken, answer.bytes(), answer.allowance());
                return answer;
            } catch (XpmException.NotSent e) {
                slots.unused(taken);
                note.notSent();
                if (++failedDepartures == MOST_DEPARTURES) {
                    throw new Hold.Until(
                            settings.clock().instant().plus(settings.outagePause()),
                            Outcomes.reason("not-sent", "The call could not leave in time, several times over."));
                }
            } catch (XpmException.Throttled e) {
                slots.throttled(taken, e, health(errand).patience(e, taken.from()));
            } catch (XpmException.Unavailable e) {
                throw unavailable(taken, e);
            } catch (XpmException e) {
                if (e.mayHaveBeenApplied()) {
                    noted(taken, note::unknown);
                    slots.unclear(taken, e.allowance());
                } else {
                    health(errand).fine(errand.subject());
                    slots.answered(taken, 0, e.allowance());
                }
                throw e;
            } catch (RuntimeException e) {
                if (!answered) {
                    slots.unclear(taken, Allowance.UNSAID);
                }
                throw e;
            }
        }
    }

    /** What became of a call that cannot be noted, only its open slot tells; the app's minute has nothing to do with it. */
    private void noted(SlotKeeper.Taken taken, Runnable note) {
        boolean noted = false;
        try {
            note.run();
            noted = true;
        } finally {
            if (!noted) {
                slots.left(taken);
            }
        }
    }

    /** One subject that fails is a matter of that subject; two in a row, or XPM's own word, concern everybody. */
    private Hold unavailable(SlotKeeper.Taken taken, XpmException.Unavailable e) {
        Health.Failure failure = health(taken.errand()).failed(taken.errand().subject(), e, taken.from());
        if (failure.everybody()) {
            slots.out(taken, failure.pause(), e.allowance());
        } else {
            slots.answered(taken, 0, e.allowance());
        }
        // The organisation itself remembers how long everybody waits.
        Duration wait = failure.everybody() ? settings.outagePause() : failure.pause();
        return new Hold.Failing(
                settings.clock().instant().plus(wait),
                failure.othersFare(),
                Outcomes.reason("xpm-unavailable", "Practice Manager does not answer; it is asked again later."));
    }

    private Health health(Errand errand) {
        return switch (errand.purpose()) {
            case READ, LIST -> reads;
            case CREATE, WRITE, DOCUMENT -> writes;
        };
    }

    private AccessToken token(Supplier<AccessToken> source) {
        try {
            return source.get();
        } catch (AccessTokens.NoToken e) {
            throw e.isPassing()
                    ? new Hold.Until(settings.clock().instant().plus(e.retryAfter()), Hold.Whom.ALL, e.reason())
                    : new Hold.UntilConnected(e.reason());
        }
    }
}

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
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The only way of a business to XPM. Every call takes a slot first: a compare-and-set on the business's organisation
 * that names the owner's epoch, so that it is limiter, write-ahead and fence in one. Blocks for the minute, holds for
 * anything longer. Safe for many threads.
 */
final class Gate {

    private static final int MOST_DEPARTURES = 3;

    private final Supplier<Connection> connection;
    private final Organisations organisations;
    private final GateSettings settings;
    private final AccessTokens tokens;
    private final Troubles troubles;

    private final Turnstile turnstile = new Turnstile();
    private Organisation organisation;

    /** @param organisation as our own take-over left it */
    Gate(
            Organisation organisation,
            Supplier<Connection> connection,
            Organisations organisations,
            GateSettings settings,
            AccessTokens tokens,
            Troubles troubles) {
        this.organisation = organisation;
        this.connection = connection;
        this.organisations = organisations;
        this.settings = settings;
        this.tokens = tokens;
        this.troubles = troubles;
    }

    /** What the call is for. */
    record Errand(Slot.Purpose purpose, String subject, String tenantId, boolean interactive) {}

    /**
     * Makes one call.
     *
     * @throws XpmException.Rejected as XPM said
     * @throws XpmException.OutcomeUnknown when it may have happened
     * @throws Hold when the call cannot be made now; it has certainly not been applied
     */
    <T> T call(Errand errand, Function<Call, Answer<T>> exchange) {
        return call(errand, exchange, new Note<>() {});
    }

    /** What is stored about a call while its slot is still open, so that a crash in between leaves the slot to tell. */
    interface Note<T> {

        /** It is done. */
        default void done(T value) {}

        /** It may be done. */
        default void unknown() {}
    }

    <T> T call(Errand errand, Function<Call, Answer<T>> exchange, Note<T> note) {
        Connection current = connection.get();
        if (!current.connectedTo().equals(Optional.of(errand.tenantId()))) {
            throw new Hold.UntilConnected(
                    Outcomes.reason("not-connected", "The business is not connected to this Xero organisation."));
        }
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
            }
        } catch (XpmException.NoAccess e) {
            troubles.tell(current, e.scopeMissing() ? ConnectionProblem.MISSING_SCOPE : ConnectionProblem.NO_ACCESS);
            throw new Hold.UntilConnected(Outcomes.reason(
                    "no-access", "Xero refuses access to this organisation; the connecting person's rights are gone."));
        }
    }

    Usage usage(String tenantId) {
        return turnstile.locked(() -> {
            Quota quota = organisation.quota(tenantId);
            return new Usage(
                    quota.minuteLeft(settings.limits(), now()),
                    settings.limits().perDay() - quota.callsInDay(),
                    quota.callsInDay(),
                    quota.bytesInDay(),
                    quota.pausedUntil() != null && quota.pausedUntil().isAfter(now()) ? quota.pausedUntil() : null);
        });
    }

    private <T> T attempt(Errand errand, AccessToken token, Function<Call, Answer<T>> exchange, Note<T> note) {
        for (int attempts = 1; ; attempts++) {
            Slot slot = take(errand);
            long leaveBefore =
                    settings.ticker().getAsLong() + settings.leaveWithin().toNanos();
            Permit permit = () -> settings.ticker().getAsLong() < leaveBefore;
            try {
                Answer<T> answer = exchange.apply(new Call(new Credentials(errand.tenantId(), token), permit));
                note.done(answer.value());
                giveBack(
                        errand,
                        quota -> quota.answered(slot, answer.bytes(), settings.limits(), now()),
                        answer.allowance());
                return answer.value();
            } catch (XpmException.NotSent e) {
                giveBack(errand, quota -> quota.without(slot), Allowance.UNSAID);
                if (attempts == MOST_DEPARTURES) {
                    throw new Hold.Until(
                            now().plus(settings.outagePause()),
                            Outcomes.reason("not-sent", "The call could not leave in time, several times over."));
                }
            } catch (XpmException.Throttled e) {
                giveBack(errand, quota -> afterRefusal(quota, slot, e), e.allowance());
            } catch (XpmException.Unavailable e) {
                Instant until = now().plus(Objects.requireNonNullElse(e.retryAfter(), settings.outagePause()));
                var reason = Outcomes.reason("xpm-unavailable", "Practice Manager does not answer.");
                giveBack(
                        errand,
                        quota -> quota.answered(slot, 0, settings.limits(), now())
                                .paused(until, reason),
                        e.allowance());
                throw new Hold.Until(until, reason);
            } catch (XpmException e) {
                if (e.mayHaveBeenApplied()) {
                    note.unknown();
                }
                giveBack(errand, quota -> quota.answered(slot, 0, settings.limits(), now()), e.allowance());
                throw e;
            }
        }
    }

    private Slot take(Errand errand) {
        return turnstile.locked(() -> {
            while (true) {
                Slot slot = new Slot(settings.ids().get(), errand.purpose(), errand.subject(), now());
                Quota quota = organisation.quota(errand.tenantId());
                switch (quota.ask(slot, errand.interactive(), settings.limits(), now())) {
                    case Quota.Granted granted -> {
                        if (save(organisation.with(errand.tenantId(), before -> granted.quota()))) {
                            return granted.slot();
                        }
                    }
                    case Quota.Refused refused -> {
                        Instant until = refused.until();
                        if (!refused.brief() && until != null) {
                            throw new Hold.Until(until, refused.reason());
                        }
                        turnstile.await(until == null ? settings.limits().window() : Duration.between(now(), until));
                    }
                }
            }
        });
    }

    private void giveBack(Errand errand, UnaryOperator<Quota> step, Allowance allowance) {
        turnstile.locked(() -> {
            UnaryOperator<Quota> corrected = before -> {
                Quota after = step.apply(before);
                Integer minuteLeft = allowance.minuteLeft();
                return minuteLeft == null ? after : after.corrected(minuteLeft, settings.limits(), now());
            };
            boolean saved = false;
            while (!saved) {
                saved = save(organisation.with(errand.tenantId(), corrected));
            }
            turnstile.wake();
            return null;
        });
    }

    /** False when somebody else wrote; then what stands is read again, and must still be ours. */
    private boolean save(Organisation next) {
        Optional<Organisation> saved = organisations.save(next);
        if (saved.isPresent()) {
            organisation = saved.get();
            return true;
        }
        Organisation standing = organisations.find(organisation.businessId());
        if (standing.ownerEpoch() != organisation.ownerEpoch()) {
            throw new Hold.NotOwner(Outcomes.reason("not-owner", "Another worker has taken the business over."));
        }
        organisation = standing;
        return false;
    }

    private Quota afterRefusal(Quota quota, Slot slot, XpmException.Throttled refusal) {
        Duration wait = Objects.requireNonNullElse(refusal.retryAfter(), settings.patience(refusal.limit()));
        return quota.answered(slot, 0, settings.limits(), now())
                .paused(
                        now().plus(wait),
                        Outcomes.reason(
                                "throttled",
                                "Practice Manager asked us to wait, by its limit "
                                        + refusal.limit().name().toLowerCase(Locale.ROOT) + "."));
    }

    private AccessToken token(Supplier<AccessToken> source) {
        try {
            return source.get();
        } catch (AccessTokens.NoToken e) {
            throw e.isPassing()
                    ? new Hold.Until(now().plus(e.retryAfter()), e.reason())
                    : new Hold.UntilConnected(e.reason());
        }
    }

    private Instant now() {
        return settings.clock().instant();
    }
}

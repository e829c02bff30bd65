package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.dispatch.Gate.Errand;
import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes and gives back slots: each a compare-and-set on the business's organisation that names the owner's epoch, so
 * that it is limiter, write-ahead and fence in one. Safe for many threads.
 */
final class SlotKeeper {

    private static final Reason APP_PAUSED =
            Outcomes.reason("throttled", "Practice Manager asked all of this app's customers to wait.");

    private final Organisations organisations;
    private final AppDoor app;
    private final GateSettings settings;
    private final Turnstile turnstile;
    private Organisation organisation;
    private final LeftSlots left;
    private boolean closed;

    /**
     * @param organisation as our own take-over left it
     * @param left of calls that a former owner may still be making
     */
    SlotKeeper(
            Organisation organisation,
            Organisations organisations,
            AppDoor app,
            GateSettings settings,
            Turnstile turnstile,
            LeftSlots left) {
        this.organisation = organisation;
        this.organisations = organisations;
        this.app = app;
        this.settings = settings;
        this.turnstile = turnstile;
        this.left = left;
        left.seen(organisation.slots());
    }

    record Taken(Errand errand, Slot slot, AppQuota.Share share) {

        /**
         * On the monotonic clock, before the slot was stored: whoever takes over counts from then at the earliest, so that
         * an owner who is stopped while he stores it finds that he comes too late. Not before it was its turn at the app's
         * door: where thousands stand there, each would come too late, give back what it has and queue again.
         */
        long from() {
            return share.takenAt();
        }
    }

    Taken take(Errand errand) {
        return turnstile.locked(() -> {
            while (true) {
                if (closed) {
                    throw Gate.notOwner();
                }
                Slot slot = new Slot(settings.ids().get(), errand.purpose(), errand.subject(), now());
                Quota quota = withoutLost(organisation.quota(errand.tenantId()));
                switch (quota.ask(slot, errand.interactive(), settings.limits(), now())) {
                    case Quota.Granted granted -> {
                        Optional<AppQuota.Share> share = app.take(errand.purpose());
                        if (share.isEmpty()) {
                            waitForApp();
                        } else {
                            Quota.Granted atItsTurn = granted.at(now());
                            if (saved(errand, atItsTurn.quota(), share.get())) {
                                return new Taken(errand, atItsTurn.slot(), share.get());
                            }
                        }
                    }
                    case Quota.Refused refused -> {
                        Instant until = refused.until();
                        if (!refused.brief() && until != null) {
                            throw hold(refused, until);
                        }
                        turnstile.await(until == null ? settings.limits().window() : Duration.between(now(), until));
                    }
                }
            }
        });
    }

    Optional<Hold.Until> held(String tenantId, boolean interactive) {
        return turnstile.locked(() -> organisation
                .quota(tenantId)
                .held(interactive, settings.limits(), now())
                .filter(refused -> !refused.brief() && refused.until() != null)
                .map(refused -> hold(refused, Objects.requireNonNull(refused.until()))));
    }

    void answered(Taken taken, long bytes, Allowance allowance) {
        app.answered(taken.share(), allowance);
        giveBack(taken, counting(taken, bytes, allowance));
    }

    /** What became of the call is not known. After a take-over its slot stays open: it may still be on its way. */
    void unclear(Taken taken, Allowance allowance) {
        app.answered(taken.share(), allowance);
        giveBackAsOwner(taken, counting(taken, 0, allowance));
    }

    /** The call is over, and its slot stays open to tell of it after a take-over. */
    void left(Taken taken) {
        app.answered(taken.share(), Allowance.UNSAID);
    }

    /** The call never left. */
    void unused(Taken taken) {
        app.unused(taken.share());
        giveBack(taken, quota -> quota.without(taken.slot()));
    }

    void throttled(Taken taken, XpmException.Throttled refusal, Duration wait) {
        Allowance others = refusal.allowance().beside(refusal.limit());
        app.answered(taken.share(), others);
        boolean wholeApp = refusal.limit() == XpmException.Limit.APP_MINUTE;
        if (wholeApp) {
            app.refused(wait);
        }
        Instant until = now().plus(wait);
        Reason reason = Outcomes.reason(
                "throttled",
                "Practice Manager asked us to wait, by its limit "
                        + refusal.limit().name().toLowerCase(Locale.ROOT) + ".");
        giveBack(
                taken,
                counting(taken, 0, others),
                // Then one call goes ahead, whose answer says how much there is again.
                quota -> wholeApp ? quota : quota.out(until, reason));
    }

    /** XPM does not answer anybody. */
    void out(Taken taken, Duration pause, Allowance allowance) {
        app.answered(taken.share(), allowance);
        Instant until = now().plus(pause);
        giveBack(
                taken,
                quota -> quota.answered(taken.slot(), 0, settings.limits(), now())
                        .corrected(allowance, settings.limits(), now()),
                quota -> quota.out(until, Outcomes.reason("xpm-unavailable", "Practice Manager does not answer.")));
    }

    void close() {
        turnstile.locked(() -> {
            closed = true;
            turnstile.wake();
            return true;
        });
    }

    /** @throws Hold.NotOwner once another worker has taken the business over */
    void checkOwner() {
        turnstile.locked(() -> {
            if (organisations.find(organisation.businessId()).ownerEpoch() != organisation.ownerEpoch()) {
                throw Gate.notOwner();
            }
            return true;
        });
    }

    Usage usage(String tenantId) {
        return turnstile.locked(() -> {
            Quota quota = organisation.quota(tenantId);
            Optional<Quota.Refused> held = held(quota);
            return new Usage(
                    quota.minuteLeft(settings.limits(), now()),
                    quota.dayLeft(settings.limits()),
                    quota.callsInDay(),
                    quota.bytesInDay(),
                    held.map(Quota.Refused::until).orElse(null),
                    held.map(Quota.Refused::reason).orElse(null));
        });
    }

    /** What holds all calls, or those that nobody waits for: the organisation, else the app. */
    private Optional<Quota.Refused> held(Quota quota) {
        return quota.held(true, settings.limits(), now())
                .or(() -> quota.held(false, settings.limits(), now()))
                .or(() -> app.pausedUntil().map(until -> new Quota.Refused(until, false, false, APP_PAUSED)));
    }

    /** Stored with the next slot that is taken. */
    private Quota withoutLost(Quota quota) {
        Quota standing = quota;
        for (Slot slot : quota.open()) {
            if (left.isOver(slot)) {
                standing = standing.answered(slot, 0, settings.limits(), now());
            }
        }
        return standing;
    }

    private boolean saved(Errand errand, Quota quota, AppQuota.Share share) {
        boolean saved = false;
        try {
            saved = save(organisation.with(errand.tenantId(), before -> quota));
            return saved;
        } finally {
            if (!saved) {
                app.unused(share);
            }
        }
    }

    private void waitForApp() {
        Duration retryIn = app.retryIn();
        if (retryIn.compareTo(settings.limits().window()) > 0) {
            throw new Hold.Until(now().plus(retryIn), Hold.Whom.ALL, APP_PAUSED);
        }
        turnstile.await(retryIn);
    }

    private static Hold.Until hold(Quota.Refused refused, Instant until) {
        return new Hold.Until(until, refused.reserve() ? Hold.Whom.BULK : Hold.Whom.ALL, refused.reason());
    }

    /** The call is over, and XPM may have said what is left. */
    private UnaryOperator<Quota> counting(Taken taken, long bytes, Allowance allowance) {
        return quota -> quota.answered(taken.slot(), bytes, settings.limits(), now())
                .reached(taken.slot())
                .corrected(allowance, settings.limits(), now());
    }

    private void giveBack(Taken taken, UnaryOperator<Quota> step) {
        giveBack(taken, step, quota -> quota);
    }

    /** @param pause what XPM asked for, which holds whoever owns the business by now */
    private void giveBack(Taken taken, UnaryOperator<Quota> step, UnaryOperator<Quota> pause) {
        try {
            giveBackAsOwner(taken, quota -> pause.apply(step.apply(quota)));
        } catch (Hold.NotOwner fenced) {
            turnstile.locked(() -> {
                leave(taken, pause);
                return true;
            });
            throw fenced;
        }
    }

    private void giveBackAsOwner(Taken taken, UnaryOperator<Quota> step) {
        turnstile.locked(() -> {
            boolean saved = false;
            while (!saved) {
                saved = save(organisation.with(taken.errand().tenantId(), step));
            }
            turnstile.wake();
            return true;
        });
    }

    /** Giving back is no taking: who owns the business now need not wait for a slot that is over. */
    private void leave(Taken taken, UnaryOperator<Quota> pause) {
        Organisation standing = organisations.find(organisation.businessId());
        while (standing.isOpen(taken.slot())
                && organisations
                        .save(standing.with(
                                taken.errand().tenantId(), quota -> pause.apply(quota.leaving(taken.slot(), now()))))
                        .isEmpty()) {
            standing = organisations.find(organisation.businessId());
        }
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
            closed = true;
            turnstile.wake();
            throw Gate.notOwner();
        }
        organisation = standing;
        return false;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}

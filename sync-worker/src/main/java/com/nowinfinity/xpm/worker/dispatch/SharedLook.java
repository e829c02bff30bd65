package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One list of what has changed in XPM, in the place of a look at each client before it is written to: for a while
 * afterwards the mirror stands for XPM (decision 616). Safe for many threads.
 */
final class SharedLook {

    /** Whether XPM takes in the second that is asked for is unknown, and so is how soon it shows a change. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final String SUBJECT = "changed-clients";
    private static final int WORTHWHILE = 2;
    private static final int RESTS = 20;

    private final String businessId;
    private final Mirror mirror;
    private final XpmApi xpm;
    private final long good;
    private final LongSupplier ticker;
    private final IntSupplier waiting;
    private final Turnstile oneAtATime;

    private @Nullable String tenantId;
    private long goodUntil;
    private long notBefore;
    private long lookedAt;

    /**
     * @param good how long a list stands for XPM; not positive to look at each client by itself
     * @param waiting how many entities of the business wait to be sent
     */
    SharedLook(
            String businessId,
            Mirror mirror,
            XpmApi xpm,
            Duration good,
            LongSupplier ticker,
            IntSupplier waiting,
            Turnstile oneAtATime) {
        this.businessId = businessId;
        this.mirror = mirror;
        this.xpm = xpm;
        this.good = good.toNanos();
        this.ticker = ticker;
        this.waiting = waiting;
        this.oneAtATime = oneAtATime;
        this.goodUntil = ticker.getAsLong();
        this.notBefore = ticker.getAsLong();
        this.lookedAt = ticker.getAsLong() - this.good;
    }

    /**
     * A client as XPM listed it a moment ago or shows it since; empty when it has to be looked at by itself.
     *
     * @throws Hold when XPM cannot be asked now
     */
    Optional<PracticeClient> client(Attempt attempt, String clientId) {
        boolean looked = oneAtATime.locked(() -> {
            boolean shared = isGood(attempt.tenantId()) || (isWorthwhile() && look(attempt));
            lookedAt = ticker.getAsLong();
            return shared;
        });
        return looked ? mirror.find(businessId, attempt.tenantId(), clientId) : Optional.empty();
    }

    private boolean isGood(String tenant) {
        return tenant.equals(tenantId) && goodUntil - ticker.getAsLong() > 0;
    }

    /** A list costs as much as a look, and stands for the next one as well where one comes soon. */
    private boolean isWorthwhile() {
        long now = ticker.getAsLong();
        boolean isBusy = waiting.getAsInt() >= WORTHWHILE || now - lookedAt < good;
        return good > 0 && isBusy && notBefore - now <= 0;
    }

    private boolean look(Attempt attempt) {
        String tenant = attempt.tenantId();
        Optional<Instant> since = mirror.listedAt(businessId, tenant);
        if (since.isEmpty()) {
            return false;
        }
        // Once it has its slot: waiting for one makes no list slow.
        AtomicLong began = new AtomicLong(ticker.getAsLong());
        try (Mirror.Changes changes = mirror.changes(businessId, tenant)) {
            Answer<ClientListing> answer = attempt.answer(
                    // No list of a whole practice: it is over as soon as any other look.
                    Slot.Purpose.READ, SUBJECT, call -> {
                        began.set(ticker.getAsLong());
                        return xpm.listClients(call, true, since.get().minus(OVERLAP), changes::show);
                    });
            changes.finish(answer.allowance().serverTime());
        } catch (XpmException.Rejected e) {
            rest(good);
            return false;
        } catch (Hold.Failing e) {
            // It may be too long for the time that a look has.
            rest(good);
            throw e;
        }
        tenantId = tenant;
        goodUntil = began.get() + good;
        long took = ticker.getAsLong() - began.get();
        if (took > good / 2) {
            rest(took);
        }
        return isGood(tenant);
    }

    /** Where lists are slow, not answered or refused, clients are looked at one by one for a while. */
    private void rest(long wasted) {
        notBefore = ticker.getAsLong() + RESTS * wasted;
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This worker's part of the app's minute, for all its businesses. Safe for many threads. */
final class AppDoor {

    private final AppQuota quota;
    private final Turnstile turnstile;

    AppDoor(AppQuota quota, Turnstile turnstile) {
        this.quota = quota;
        this.turnstile = turnstile;
    }

    Optional<AppQuota.Share> take(Slot.Purpose purpose) {
        return turnstile.locked(() -> quota.take(purpose));
    }

    Duration retryIn() {
        return turnstile.locked(quota::retryIn);
    }

    /** When every organisation may be asked again, where XPM has asked all to wait: without a turn, for it is asked often. */
    Optional<Instant> pausedUntil() {
        return quota.pausedUntil();
    }

    void answered(AppQuota.Share share, Allowance allowance) {
        turnstile.locked(() -> {
            share.answered();
            Integer left = allowance.appMinuteLeft();
            if (left != null) {
                quota.corrected(left);
            }
            return true;
        });
    }

    void unused(AppQuota.Share share) {
        turnstile.locked(() -> {
            share.unused();
            return true;
        });
    }

    void refused(Duration wait) {
        turnstile.locked(() -> {
            quota.refused(wait);
            return true;
        });
    }
}

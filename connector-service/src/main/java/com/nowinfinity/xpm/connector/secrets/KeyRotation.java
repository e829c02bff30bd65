package com.nowinfinity.xpm.connector.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a changed keyset and, after a change, seals everything anew, again and again until nothing is left; once
 * that is logged for every instance, the older keys may leave the keyset. Done again every hour, for what an instance
 * that had not seen the change still wrote.
 */
final class KeyRotation {

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final Seal seal;
    private final Supplier<List<Resealing>> stores;
    private final InstantSource clock;
    private @Nullable Integer sealedWith;
    private Instant doneAt = Instant.EPOCH;

    KeyRotation(Seal seal, Supplier<List<Resealing>> stores, InstantSource clock) {
        this.seal = seal;
        this.stores = stores;
        this.clock = clock;
    }

    synchronized void turn() {
        seal.readAgain();
        int primary = seal.primary();
        Instant now = clock.instant();
        boolean changed = sealedWith == null || sealedWith != primary;
        if (!changed && now.isBefore(doneAt.plus(AGAIN))) {
            return;
        }
        int left = stores.get().stream().mapToInt(Resealing::reseal).sum();
        if (left > 0) {
            LOG.warn(
                    "{} secrets at rest are not sealed with key {} yet: keep the older keys",
                    left,
                    Integer.toUnsignedString(primary));
            sealedWith = null;
            return;
        }
        sealedWith = primary;
        doneAt = now;
        if (changed) {
            LOG.info("All secrets at rest are sealed with key {}", Integer.toUnsignedString(primary));
        }
    }
}

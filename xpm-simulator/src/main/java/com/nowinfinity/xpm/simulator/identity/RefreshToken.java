package com.nowinfinity.xpm.simulator.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One refresh token; its grace begins with its first use and is not prolonged by further ones. */
public record RefreshToken(
        String value,
        String grantId,
        Instant issuedAt,
        @Nullable Instant firstUsedAt) {

    boolean isGood(Instant now, Lifetimes lifetimes) {
        return firstUsedAt == null
                ? now.isBefore(issuedAt.plus(lifetimes.refreshToken()))
                : now.isBefore(firstUsedAt.plus(lifetimes.grace()));
    }

    RefreshToken usedAt(Instant now) {
        return firstUsedAt == null ? new RefreshToken(value, grantId, issuedAt, now) : this;
    }

    @Override
    public String toString() {
        return "RefreshToken[redacted]";
    }
}

package com.nowinfinity.xpm.connector.business;

import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What a Xero user has given us, sealed.
 *
 * @param xeroUserId whose it is; empty where Xero did not say
 * @param expiresAt of the access token, by this service's clock
 * @param generation grows with every refresh that was saved
 * @param lease the refresh that is under way, by its id; null while there is none
 * @param failure of the last refresh; null after a success
 */
public record Grant(
        String xeroUserId,
        Binary access,
        Binary refresh,
        Instant expiresAt,
        long generation,
        @Nullable String lease,
        @Nullable Failure failure) {

    /**
     * A refresh that failed.
     *
     * @param retryAt not before then is Xero asked again
     * @param refused true where Xero named the token itself as the fault
     */
    public record Failure(Instant retryAt, boolean refused) {}

    /** A grant that nobody has used yet. */
    public static Grant fresh(String xeroUserId, Binary access, Binary refresh, Instant expiresAt) {
        return new Grant(xeroUserId, access, refresh, expiresAt, 1, null, null);
    }

    public Grant leased(String id) {
        return new Grant(xeroUserId, access, refresh, expiresAt, generation, id, failure);
    }

    public Grant refreshed(Binary newAccess, Binary newRefresh, Instant newExpiry) {
        return new Grant(xeroUserId, newAccess, newRefresh, newExpiry, generation + 1, null, null);
    }

    /** The same tokens under another key. */
    public Grant resealed(Binary sameAccess, Binary sameRefresh) {
        return new Grant(xeroUserId, sameAccess, sameRefresh, expiresAt, generation, lease, failure);
    }

    public Grant failed(Failure how) {
        return new Grant(xeroUserId, access, refresh, expiresAt, generation, null, how);
    }

    /** Bytes of no use without the keyset, but no log needs them either. */
    @Override
    public String toString() {
        return "Grant[generation=" + generation + ", expiresAt=" + expiresAt + "]";
    }
}

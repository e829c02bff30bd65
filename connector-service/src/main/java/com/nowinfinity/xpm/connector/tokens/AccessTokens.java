package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Good access tokens for the workers. Of one instance's threads that need a refresh, one does it for all. */
final class AccessTokens {

    /** Refreshed while it is still good for this long, so that a failure does not matter at once. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    /** What the internal door promises. */
    private static final Duration PROMISED = Duration.ofMinutes(2);

    /** Xero's limit is 60 days, ours 30. */
    private static final Duration QUIET = Duration.ofDays(25);

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private final Businesses businesses;
    private final Refresh refresh;
    private final Seal seal;
    private final InstantSource clock;
    private final ConcurrentMap<String, CompletableFuture<Business>> flights = new ConcurrentHashMap<>();

    AccessTokens(Businesses businesses, Refresh refresh, Seal seal, InstantSource clock) {
        this.businesses = businesses;
        this.refresh = refresh;
        this.seal = seal;
        this.clock = clock;
    }

    /** A token, and what it is for. */
    record Access(Secret token, Instant expiresAt, String tenantId, long epoch) {}

    /**
     * A token for the connection as it was at this epoch.
     *
     * @param rejected digest of a token that XPM has just refused: it is not given out again
     * @throws ProblemException 409 where a person or a newer connection is needed, 503 while Xero fails
     */
    Access tokenFor(String businessId, long epoch, @Nullable String rejected) {
        Business business = businesses.load(businessId);
        Access present = access(business, epoch);
        if (isGood(present, rejected, EARLY)) {
            return present;
        }
        try {
            return access(shared(businessId, granted(business).generation()), epoch);
        } catch (ProblemException e) {
            if (e.status().is5xxServerError() && isGood(present, rejected, PROMISED)) {
                return present;
            }
            throw e;
        }
    }

    /** Xero forgets a refresh token that nobody uses: those of quiet businesses are used here. */
    void keepAlive() {
        businesses.unusedSince(clock.instant().minus(QUIET)).forEach(this::keepAlive);
    }

    /** Whatever keeps one business from it keeps no other. */
    private void keepAlive(String businessId) {
        try {
            Business business = businesses.load(businessId);
            if (business.connection().state() == ConnectionState.CONNECTED) {
                shared(businessId, granted(business).generation());
            }
        } catch (ProblemException e) {
            LOG.info("The quiet connection of business {} is not refreshed: {}", businessId, e.code());
        } catch (RuntimeException e) {
            LOG.warn("The quiet connection of business {} is not refreshed", businessId, e);
        }
    }

    private Business shared(String businessId, long generation) {
        CompletableFuture<Business> mine = new CompletableFuture<>();
        CompletableFuture<Business> flight = flights.putIfAbsent(businessId, mine);
        if (flight != null) {
            return joined(flight);
        }
        try {
            mine.complete(refresh.beyond(businessId, generation));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            flights.remove(businessId, mine);
        }
        return joined(mine);
    }

    private static Business joined(CompletableFuture<Business> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }

    private Access access(Business business, long epoch) {
        if (business.connection().epoch() != epoch) {
            throw Refusals.epochStale(business.connection().epoch());
        }
        String tenantId = switch (business.connection().state()) {
            case CONNECTED -> business.connection().tenantId();
            case RECONNECT_REQUIRED -> throw Refusals.reconnectRequired();
            case NOT_CONNECTED, CHOOSE_ORGANISATION, UNKNOWN -> null;
        };
        if (tenantId == null) {
            throw Refusals.notConnected();
        }
        Grant grant = granted(business);
        Secret token =
                seal.open(business.id(), Purpose.ACCESS_TOKEN, grant.access().getData());
        return new Access(token, grant.expiresAt(), tenantId, epoch);
    }

    private static Grant granted(Business business) {
        if (business.grant() == null) {
            throw Refusals.notConnected();
        }
        return business.grant();
    }

    private boolean isGood(Access access, @Nullable String rejected, Duration atLeast) {
        boolean lasts = access.expiresAt().isAfter(clock.instant().plus(atLeast));
        return lasts && (rejected == null || !Digests.same(access.token().digest(), rejected));
    }
}

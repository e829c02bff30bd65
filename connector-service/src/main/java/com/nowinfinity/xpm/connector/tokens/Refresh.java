package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Diagnosis;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One refresh in flight for each business over all instances: it is leased by compare-and-set, its result is saved before
 * it is used, and one that was saved by a sibling meanwhile is taken instead. A refused token is final only when it is
 * refused again after a pause, with nothing newer saved in between.
 */
final class Refresh {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final int LOOKS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private final Businesses businesses;
    private final XeroIdentity identity;
    private final Seal seal;
    private final Leases leases;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Consumer<Duration> pause;
    private final RefreshMeters meters;

    /** A grant, and the token of it that Xero was shown. */
    private record Used(Grant grant, Secret token) {}

    Refresh(
            Businesses businesses,
            XeroIdentity identity,
            Seal seal,
            Leases leases,
            InstantSource clock,
            Supplier<UUID> ids,
            Consumer<Duration> pause,
            RefreshMeters meters) {
        this.businesses = businesses;
        this.identity = identity;
        this.seal = seal;
        this.leases = leases;
        this.clock = clock;
        this.ids = ids;
        this.pause = pause;
        this.meters = meters;
    }

    /**
     * The business with a grant newer than the given generation.
     *
     * @throws ProblemException 409 where only a person can help, 503 while Xero fails
     */
    Business beyond(String businessId, long generation) {
        for (int look = 0; look < LOOKS; look++) {
            Business business = businesses.load(businessId);
            Grant grant = business.grant();
            if (grant == null || grant.generation() != generation) {
                return business;
            }
            coolDown(grant);
            if (grant.lease() == null || leases.isOver(businessId, grant.lease())) {
                String lease = ids.get().toString();
                if (lease.equals(leased(businessId, grant, lease))) {
                    leases.forget(businessId);
                    return refreshed(businessId, grant);
                }
            } else {
                pause.accept(BETWEEN_LOOKS);
            }
        }
        throw Refusals.xeroFails(Duration.ofSeconds(1));
    }

    private void coolDown(Grant grant) {
        Instant now = clock.instant();
        if (grant.failure() != null && now.isBefore(grant.failure().retryAt())) {
            throw Refusals.xeroFails(Duration.between(now, grant.failure().retryAt()));
        }
    }

    private String leased(String businessId, Grant seen, String lease) {
        Business after = businesses.change(
                businessId,
                business -> seen.equals(business.grant()) ? business.withGrant(seen.leased(lease)) : business);
        return after.grant() == null ? "" : String.valueOf(after.grant().lease());
    }

    private Business refreshed(String businessId, Grant grant) {
        Secret token = token(businessId, grant);
        Used used = new Used(grant, token);
        return switch (meters.counted(identity.refresh(token))) {
            case TokenAnswer.Granted granted -> saved(businessId, used, granted);
            case TokenAnswer.Refused _refused -> refused(businessId, used);
            case TokenAnswer.Failed failed -> throw failed(businessId, used, failed);
        };
    }

    private Business saved(String businessId, Used used, TokenAnswer.Granted granted) {
        Secret successor = granted.refresh() == null ? used.token() : granted.refresh();
        Binary access = new Binary(seal.close(businessId, Purpose.ACCESS_TOKEN, granted.access()));
        Binary refresh = new Binary(seal.close(businessId, Purpose.REFRESH_TOKEN, successor));
        return change(
                businessId,
                used,
                business -> business.withGrant(granted(business).refreshed(access, refresh, granted.expiresAt())));
    }

    private Business refused(String businessId, Used used) {
        Grant grant = used.grant();
        boolean again = grant.failure() != null && grant.failure().refused();
        Grant.Failure failure = new Grant.Failure(clock.instant().plus(AFTER_REFUSAL), true);
        Business after = change(businessId, used, business -> {
            Business noted = business.withGrant(granted(business).failed(failure));
            return again ? noted.reconnectRequired(Diagnosis.GRANT_ENDED) : noted;
        });
        if (after.grant() == null || after.grant().generation() != grant.generation()) {
            return after;
        }
        LOG.warn("Xero refused the refresh token of business {}{}", businessId, again ? ", twice" : "");
        throw again ? Refusals.reconnectRequired() : Refusals.xeroFails(AFTER_REFUSAL);
    }

    private ProblemException failed(String businessId, Used used, TokenAnswer.Failed failed) {
        Grant grant = used.grant();
        LOG.warn("Refreshing the token of business {} failed: {}", businessId, failed.reason());
        boolean refusedBefore = grant.failure() != null && grant.failure().refused();
        Grant.Failure failure = new Grant.Failure(clock.instant().plus(AFTER_FAILURE), refusedBefore);
        change(
                businessId,
                used,
                business -> business.withGrant(granted(business).failed(failure)));
        return Refusals.xeroFails(AFTER_FAILURE);
    }

    /** Changes the business unless its grant has moved on from this one; that it was sealed anew meanwhile is no matter. */
    private Business change(String businessId, Used from, UnaryOperator<Business> step) {
        return businesses.change(businessId, business -> {
            Grant present = business.grant();
            boolean same = present != null
                    && present.generation() == from.grant().generation()
                    && (present.refresh().equals(from.grant().refresh())
                            || token(businessId, present).equals(from.token()));
            return same ? step.apply(business) : business;
        });
    }

    private Secret token(String businessId, Grant grant) {
        return seal.open(businessId, Purpose.REFRESH_TOKEN, grant.refresh().getData());
    }

    private static Grant granted(Business business) {
        return Objects.requireNonNull(business.grant());
    }
}

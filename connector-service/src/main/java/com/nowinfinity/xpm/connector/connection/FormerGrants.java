package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.XeroConnections;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Former;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.business.Organisation;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.connector.tokens.TokenAnswer;
import com.nowinfinity.xpm.connector.tokens.XeroIdentity;
import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes at Xero what a business has replaced or given up: the one connection, and all of the user's access where no
 * business of ours uses that Xero user any more. While a choice is open nothing is closed: the new must be saved first.
 * What Xero does not take now is tried again with growing pauses, for as long as it takes.
 */
final class FormerGrants {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Logger LOG = LoggerFactory.getLogger(FormerGrants.class);

    private final Businesses businesses;
    private final XeroConnections connections;
    private final Claims claims;
    private final XeroIdentity identity;
    private final Seal seal;
    private final Soon soon;
    private final InstantSource clock;

    FormerGrants(
            Businesses businesses,
            XeroConnections connections,
            Claims claims,
            XeroIdentity identity,
            Seal seal,
            Soon soon,
            InstantSource clock) {
        this.businesses = businesses;
        this.connections = connections;
        this.claims = claims;
        this.identity = identity;
        this.seal = seal;
        this.soon = soon;
        this.clock = clock;
    }

    void closeSoon(String businessId) {
        soon.run("closing the former connection of business " + businessId, () -> close(businessId));
    }

    /** Goes on with what a crash or an outage left open. Reads every business. */
    void closeAll() {
        businesses.withFormerGrants().forEach(this::close);
    }

    private void close(String businessId) {
        Business business = businesses.load(businessId);
        if (business.connection().state() == ConnectionState.CHOOSE_ORGANISATION) {
            return;
        }
        for (Former former : business.former()) {
            if (!former.notBefore().isAfter(clock.instant())) {
                new Closing(business, former).tryIt();
            }
        }
    }

    private boolean isStillUsed(Business business, Organisation organisation) {
        Organisation present = business.connection().organisation();
        boolean byUs = present != null && present.connectionId().equals(organisation.connectionId());
        return byUs || claims.isOfAnother(organisation.tenantId(), business.id());
    }

    /** One try at one of them. */
    private final class Closing {

        private final Business business;
        private Former former;

        Closing(Business business, Former former) {
            this.business = business;
            this.former = former;
        }

        void tryIt() {
            try {
                if (isDone()) {
                    replaceBy(null);
                    LOG.info("A former connection of business {} is closed at Xero", business.id());
                    return;
                }
                again("Xero has not said yes");
            } catch (XpmException e) {
                again(String.valueOf(e.getMessage()));
            }
        }

        private boolean isDone() {
            Organisation organisation = former.organisation();
            if (organisation != null && !isStillUsed(business, organisation)) {
                // With a token that has expired there is no need to ask.
                boolean closed = former.grant().expiresAt().isAfter(clock.instant()) && isDeleted(organisation);
                if (!closed) {
                    switch (renewed()) {
                        case GRANTED -> {
                            // One that was issued just now and is refused: the user has taken back all there was.
                            boolean unused = isDeleted(organisation);
                        }
                        case ENDED -> {
                            return true;
                        }
                        case LATER -> {
                            return false;
                        }
                    }
                }
                businesses.change(business.id(), present -> present.withoutOffer(organisation));
            }
            return isRevoked();
        }

        /** True where it is closed to us, by ourselves or by the user; false where the token is no good. */
        private boolean isDeleted(Organisation organisation) {
            Secret access = seal.open(
                    business.id(), Purpose.ACCESS_TOKEN, former.grant().access().getData());
            try {
                connections.delete(new AccessToken(access.value()), organisation.connectionId());
                return true;
            } catch (XpmException.NoAccess e) {
                return true;
            } catch (XpmException.Unauthorized e) {
                return false;
            }
        }

        private boolean isRevoked() {
            String user = former.grant().xeroUserId();
            return user.isEmpty() || businesses.isUserOfSomeBusiness(user) || identity.revoke(refreshToken());
        }

        private Renewal renewed() {
            Grant grant = former.grant();
            return switch (identity.refresh(refreshToken())) {
                case TokenAnswer.Granted granted -> {
                    Secret successor = granted.refresh() == null ? refreshToken() : granted.refresh();
                    replaceBy(former.with(grant.refreshed(
                            new Binary(seal.close(business.id(), Purpose.ACCESS_TOKEN, granted.access())),
                            new Binary(seal.close(business.id(), Purpose.REFRESH_TOKEN, successor)),
                            granted.expiresAt().truncatedTo(ChronoUnit.MILLIS))));
                    yield Renewal.GRANTED;
                }
                case TokenAnswer.Refused _refused -> {
                    boolean twice = grant.failure() != null && grant.failure().refused();
                    replaceBy(former.with(
                            grant.failed(new Grant.Failure(clock.instant().truncatedTo(ChronoUnit.MILLIS), true))));
                    if (twice) {
                        LOG.warn(
                                "Xero has ended a former grant of business {}: nothing is left to close",
                                business.id());
                    }
                    yield twice ? Renewal.ENDED : Renewal.LATER;
                }
                case TokenAnswer.Failed _failed -> Renewal.LATER;
            };
        }

        private Secret refreshToken() {
            return seal.open(
                    business.id(),
                    Purpose.REFRESH_TOKEN,
                    former.grant().refresh().getData());
        }

        private void again(String why) {
            Instant next = clock.instant().plus(pause(former.attempts()));
            replaceBy(former.triedAgain(next));
            LOG.warn(
                    "A former connection of business {} is not closed at Xero after {} tries, next at {}: {}",
                    business.id(),
                    former.attempts(),
                    next,
                    why);
        }

        /** Null: it is not needed any more. Nothing happens where another instance has been here meanwhile. */
        private void replaceBy(@Nullable Former later) {
            Former before = former;
            businesses.change(business.id(), present -> {
                List<Former> all = new ArrayList<>(present.former());
                int at = all.indexOf(before);
                if (at < 0) {
                    return present;
                }
                if (later == null) {
                    all.remove(at);
                } else {
                    all.set(at, later);
                }
                return present.withFormer(all);
            });
            former = later == null ? before : later;
        }
    }

    private enum Renewal {
        GRANTED,
        /** Xero has refused it twice: there is nothing to close with, and nothing open any more. */
        ENDED,
        LATER
    }

    /** Without an end: what a person has been told will be closed, has to be. */
    private static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 16));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}

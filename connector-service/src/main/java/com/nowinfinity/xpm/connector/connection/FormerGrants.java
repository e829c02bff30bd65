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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes at Xero what a business has replaced or given up: the one connection, and all of the user's access where no
 * business of ours uses that Xero user any more. While a choice is open nothing is closed: the new must be saved first.
 */
final class FormerGrants {

    private static final int ATTEMPTS = 20;
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
            boolean done = isClosed(business, former) || former.attempts() + 1 >= ATTEMPTS;
            businesses.change(businessId, present -> present.withFormer(without(present.former(), former, done)));
        }
    }

    private boolean isClosed(Business business, Former former) {
        try {
            Organisation organisation = former.organisation();
            if (organisation != null && !isStillUsed(business, organisation)) {
                AccessToken token = token(business.id(), former.grant());
                if (token == null) {
                    return false;
                }
                connections.delete(token, organisation.connectionId());
                businesses.change(business.id(), present -> present.withoutOffer(organisation));
            }
            return isRevoked(business, former.grant());
        } catch (XpmException.Unauthorized | XpmException.NoAccess e) {
            return true; // the user has closed it at Xero already
        } catch (XpmException e) {
            LOG.info("A former connection of business {} is not closed yet: {}", business.id(), e.getMessage());
            return false;
        }
    }

    private boolean isStillUsed(Business business, Organisation organisation) {
        Organisation present = business.connection().organisation();
        boolean byUs = present != null && present.connectionId().equals(organisation.connectionId());
        return byUs || claims.isOfAnother(organisation.tenantId(), business.id());
    }

    private boolean isRevoked(Business business, Grant grant) {
        boolean used = grant.xeroUserId().isEmpty() || businesses.isUserOfSomeBusiness(grant.xeroUserId());
        return used || identity.revoke(refreshToken(business.id(), grant));
    }

    private @Nullable AccessToken token(String businessId, Grant grant) {
        if (grant.expiresAt().isAfter(clock.instant())) {
            Secret present =
                    seal.open(businessId, Purpose.ACCESS_TOKEN, grant.access().getData());
            return new AccessToken(present.value());
        }
        // Used once and then revoked or forgotten, so its successor is not kept.
        return switch (identity.refresh(refreshToken(businessId, grant))) {
            case TokenAnswer.Granted granted -> new AccessToken(granted.access().value());
            case TokenAnswer.Refused _ended -> null;
            case TokenAnswer.Failed _failed -> null;
        };
    }

    private Secret refreshToken(String businessId, Grant grant) {
        return seal.open(businessId, Purpose.REFRESH_TOKEN, grant.refresh().getData());
    }

    private static List<Former> without(List<Former> all, Former one, boolean done) {
        List<Former> remaining = new ArrayList<>(all);
        int at = remaining.indexOf(one);
        if (at >= 0 && done) {
            remaining.remove(at);
        } else if (at >= 0) {
            remaining.set(at, one.triedAgain());
        }
        return remaining;
    }
}

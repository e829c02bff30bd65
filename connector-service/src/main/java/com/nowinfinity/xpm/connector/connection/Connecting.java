package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.XeroConnection;
import com.nowinfinity.xpm.api.XeroConnections;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Diagnosis;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.business.Organisation;
import com.nowinfinity.xpm.connector.business.Person;
import com.nowinfinity.xpm.connector.connection.Arrival.Outcome;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.tokens.TokenAnswer;
import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** From tokens to an organisation in use, and back. Saved first; what was replaced is closed at Xero afterwards. */
final class Connecting {

    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private final Businesses businesses;
    private final XeroConnections connections;
    private final Claims claims;
    private final FormerGrants former;
    private final Seal seal;
    private final InstantSource clock;

    Connecting(
            Businesses businesses,
            XeroConnections connections,
            Claims claims,
            FormerGrants former,
            Seal seal,
            InstantSource clock) {
        this.businesses = businesses;
        this.connections = connections;
        this.claims = claims;
        this.former = former;
        this.seal = seal;
        this.clock = clock;
    }

    Outcome diagnosed(String businessId, Diagnosis diagnosis) {
        businesses.change(businessId, business -> business.diagnosed(diagnosis));
        return switch (diagnosis) {
            case NO_ACCESS -> Outcome.NO_ACCESS;
            case NO_PRACTICE -> Outcome.NO_PRACTICE;
            case DECLINED -> Outcome.DECLINED;
            case INVALID_SCOPE, XERO_FAILED, ORGANISATION_IN_USE, GRANT_ENDED -> Outcome.FAILED;
        };
    }

    /** All practices of the user count; the consent's own only comes first. A single one is taken at once. */
    Outcome granted(String businessId, Person person, TokenAnswer.Granted granted) {
        if (granted.refresh() == null) {
            LOG.warn("Xero gave no refresh token for business {}", businessId);
            return diagnosed(businessId, Diagnosis.XERO_FAILED);
        }
        List<XeroConnection> opened;
        try {
            opened = connections
                    .list(new AccessToken(granted.access().value()), null)
                    .value();
        } catch (XpmException e) {
            LOG.warn("The connections of business {} cannot be listed: {}", businessId, e.getMessage());
            return diagnosed(businessId, Diagnosis.XERO_FAILED);
        }
        List<Organisation> practices = practices(opened, granted.authEventId());
        if (practices.isEmpty()) {
            return diagnosed(businessId, opened.isEmpty() ? Diagnosis.NO_ACCESS : Diagnosis.NO_PRACTICE);
        }
        Organisation only = practices.size() == 1 ? practices.getFirst() : null;
        if (only != null && !claims.claim(only.tenantId(), businessId)) {
            return diagnosed(businessId, Diagnosis.ORGANISATION_IN_USE);
        }
        return authorised(businessId, person, granted, practices, only);
    }

    private Outcome authorised(
            String businessId,
            Person person,
            TokenAnswer.Granted granted,
            List<Organisation> practices,
            @Nullable Organisation only) {
        Grant grant = grant(businessId, granted);
        String before = businesses.load(businessId).connection().tenantId();
        businesses.change(businessId, business -> {
            Business open = business.authorised(grant, practices, person, clock.instant());
            return only == null ? open : open.using(only);
        });
        release(businessId, before);
        former.closeSoon(businessId);
        return only == null ? Outcome.CHOOSE : Outcome.CONNECTED;
    }

    /** @throws ProblemException where it is none of the opened ones, or serves another business */
    Business choose(String businessId, String tenantId) {
        Business present = businesses.load(businessId);
        if (present.grant() == null) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "not-connected",
                    "Not connected",
                    "Connect to Xero before choosing an organisation.");
        }
        if (present.connection().state() == ConnectionState.RECONNECT_REQUIRED) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "reconnect-required",
                    "Reconnect required",
                    "Xero no longer accepts our access: connect again before choosing an organisation.");
        }
        Organisation choice = offered(present, tenantId);
        if (!claims.claim(tenantId, businessId)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "organisation-in-use",
                    Diagnosis.ORGANISATION_IN_USE.title(),
                    String.join(" ", Diagnosis.ORGANISATION_IN_USE.steps()));
        }
        Business chosen = businesses.change(
                businessId,
                business -> business.connection().organisations().contains(choice) ? business.using(choice) : business);
        release(businessId, present.connection().tenantId());
        former.closeSoon(businessId);
        return chosen;
    }

    /** What of a business outlives its connection, and is there when the same organisation is connected again. */
    record Kept(boolean choices, boolean links) {}

    /** Reconnecting the same organisation goes on where it stopped; labels, settings and following stay if wanted. */
    void disconnect(String businessId, Kept kept) {
        end(businessId, business -> {
            boolean connected =
                    business.grant() != null || business.connection().problem() != null;
            Business after = connected || !kept.choices() ? business.disconnected(kept.choices()) : business;
            return kept.links() ? after : after.forgettingLinks(now());
        });
    }

    /** Ends the connection of a business that is forgotten, and tells everybody to forget it. */
    void forget(String businessId) {
        end(businessId, business -> business.forgotten(now()));
    }

    private void end(String businessId, UnaryOperator<Business> step) {
        String before = businesses.load(businessId).connection().tenantId();
        businesses.change(businessId, step);
        release(businessId, before);
        former.closeSoon(businessId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void release(String businessId, @Nullable String before) {
        String now = businesses.load(businessId).connection().tenantId();
        if (before != null && !before.equals(now)) {
            claims.drop(before, businessId);
        }
    }

    private static Organisation offered(Business business, String tenantId) {
        return business.connection().organisations().stream()
                .filter(organisation -> organisation.tenantId().equals(tenantId))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidField(
                        "organisation-unknown", "tenantId", "none of the organisations that were opened to us"));
    }

    private static List<Organisation> practices(List<XeroConnection> opened, @Nullable String authEventId) {
        return opened.stream()
                .filter(XeroConnection::isPracticeManager)
                .sorted(Comparator.comparing(
                        connection -> authEventId == null || !authEventId.equals(connection.authEventId())))
                .map(connection -> new Organisation(connection.tenantId(), connection.tenantName(), connection.id()))
                .toList();
    }

    private Grant grant(String businessId, TokenAnswer.Granted granted) {
        return Grant.fresh(
                granted.xeroUserId(),
                new Binary(seal.close(businessId, Purpose.ACCESS_TOKEN, granted.access())),
                new Binary(seal.close(businessId, Purpose.REFRESH_TOKEN, Objects.requireNonNull(granted.refresh()))),
                granted.expiresAt());
    }
}

package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Person;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.connector.tokens.Consent;
import com.nowinfinity.xpm.connector.tokens.XeroIdentity;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Sends people to Xero's page of consent. */
final class Authorizations {

    /** Xero may ask for an e-mail verification in between. */
    static final Duration LIFETIME = Duration.ofMinutes(60);

    private static final int UNGUESSABLE_BYTES = 32;

    private final Flows flows;
    private final XeroIdentity identity;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random cryptographically strong */
    Authorizations(Flows flows, XeroIdentity identity, InstantSource clock, RandomGenerator random) {
        this.flows = flows;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    /** @param cookie that the browser has to bring back */
    record Begun(URI authorizationUri, Secret cookie) {}

    Begun begin(String businessId, Person person) {
        Secret state = unguessable();
        Secret cookie = unguessable();
        Consent consent = identity.consent(state);
        flows.begin(
                state,
                new Flow(
                        businessId,
                        person,
                        cookie.digest(),
                        consent.verifier(),
                        clock.instant().plus(LIFETIME)));
        return new Begun(consent.authorizationUri(), cookie);
    }

    private Secret unguessable() {
        byte[] bytes = new byte[UNGUESSABLE_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}

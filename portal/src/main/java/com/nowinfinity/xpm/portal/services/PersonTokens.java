package com.nowinfinity.xpm.portal.services;

import com.nowinfinity.xpm.portal.keys.TokenIssuer;
import com.nowinfinity.xpm.portal.signin.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tokens for the calls of signed-in people: short-lived, and signed again well before they expire. */
public final class PersonTokens {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration REUSE = Duration.ofMinutes(5);

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final ConcurrentMap<Person, Issued> issued = new ConcurrentHashMap<>();

    PersonTokens(TokenIssuer issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    private record Issued(String token, Instant at) {

        @Override
        public String toString() {
            return "Issued[" + at + "]";
        }
    }

    /** Good for at least ten more minutes. */
    public String of(Person person) {
        Instant now = clock.instant();
        return issued.compute(person, (_key, before) -> {
                    if (before != null && now.isBefore(before.at().plus(REUSE))) {
                        return before;
                    }
                    String token =
                            issuer.issue(person.name(), person.email(), person.businessIds(), person.scope(), LIFE);
                    return new Issued(token, now);
                })
                .token();
    }
}

package com.nowinfinity.xpm.portal.keys;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** Writes bearer tokens with the claims of the contract: sub, email, business_ids, scope, iss, aud, iat, exp. */
public final class TokenIssuer {

    private final SigningKey key;
    private final String issuer;
    private final String audience;
    private final InstantSource clock;

    TokenIssuer(SigningKey key, String issuer, String audience, InstantSource clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** @param life from now until it expires; negative for one that has expired already */
    public String issue(String subject, String email, List<String> businessIds, String scope, Duration life) {
        Instant now = clock.instant();
        Instant expiry = now.plus(life);
        // An expired token must still have been issued before it expired, or verifiers call it malformed.
        Instant issued = expiry.isAfter(now) ? now : expiry.minusSeconds(1);
        return key.sign(new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("email", email)
                .claim("business_ids", businessIds)
                .claim("scope", scope)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expiry))
                .build());
    }
}

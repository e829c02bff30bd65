package com.nowinfinity.xpm.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/**
 * Which tokens are good: signed with RS256 or ES256 by a key of the portal's own set (a key or address inside the token
 * is never looked at), an access token by its type, ours by issuer and audience, in time, with a subject.
 */
final class PortalTokens {

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** The portal's clock may be this much ahead of ours; an expired token is never good. */
    private static final Duration CLOCK_AHEAD = Duration.ofSeconds(60);

    private PortalTokens() {}

    static NimbusReactiveJwtDecoder decoder(PortalAccessProperties portal, InstantSource clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        portal.jwkSetUri().toString())
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .validateType(false)
                .build();
        decoder.setJwtValidator(validator(portal, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(PortalAccessProperties portal, InstantSource clock) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                List.of(type, new JwtIssuerValidator(portal.issuer()), token -> claims(token, portal, clock)));
    }

    private static OAuth2TokenValidatorResult claims(Jwt token, PortalAccessProperties portal, InstantSource clock) {
        String fault = fault(token, portal.audience(), clock.instant());
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", fault, null));
    }

    private static @Nullable String fault(Jwt token, String audience, Instant now) {
        Instant expiresAt = token.getExpiresAt();
        Instant notBefore = token.getNotBefore();
        if (expiresAt == null || !now.isBefore(expiresAt)) {
            return "expired";
        }
        if (notBefore != null && notBefore.isAfter(now.plus(CLOCK_AHEAD))) {
            return "not yet valid";
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return "for another audience";
        }
        return token.getSubject() == null || token.getSubject().isBlank() ? "without subject" : null;
    }
}

package com.nowinfinity.xpm.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whose users we trust.
 *
 * @param jwkSetUri where the portal publishes its keys; read when the first token comes, so services start in any order
 * @param issuer the {@code iss} that tokens must have
 * @param audience the {@code aud} that tokens must name
 * @param maxBodySize of a JSON body
 * @param rate of one user's calls for one business, at one instance
 */
@ConfigurationProperties("portal")
record PortalAccessProperties(
        URI jwkSetUri,
        String issuer,
        String audience,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue Rate rate) {

    /** @param burst calls that may come at once */
    record Rate(
            @DefaultValue("500") int perSecond,
            @DefaultValue("10000") int burst) {
        Rate {
            if (perSecond < 1 || burst < 1) {
                throw new WrongConfigurationException(
                        "portal.rate.per-second and portal.rate.burst must be at least 1.");
            }
        }
    }

    PortalAccessProperties {
        required(jwkSetUri, "portal.jwk-set-uri", "PORTAL_JWKSETURI", "the address of the portal's key set");
        required(issuer, "portal.issuer", "PORTAL_ISSUER", "the issuer of the portal's tokens");
        required(audience, "portal.audience", "PORTAL_AUDIENCE", "the audience of the portal's tokens");
        if (!"https".equals(jwkSetUri.getScheme()) && !"http".equals(jwkSetUri.getScheme())) {
            throw new WrongConfigurationException("portal.jwk-set-uri must be an http or https address.");
        }
        if (maxBodySize.toBytes() < 1024 || maxBodySize.toBytes() > Integer.MAX_VALUE) {
            throw new WrongConfigurationException("portal.max-body-size must be from 1KB to 2GB.");
        }
    }

    private static void required(@Nullable Object value, String property, String variable, String what) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongConfigurationException(
                    "Set %s (environment variable %s): %s.".formatted(property, variable, what));
        }
    }
}

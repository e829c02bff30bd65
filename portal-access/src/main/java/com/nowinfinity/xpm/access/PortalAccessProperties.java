package com.nowinfinity.xpm.access;

import java.net.URI;
import java.time.Duration;
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
 * @param readTimeout how long a request's body may stand still while it comes in
 * @param requestTimeout within which all of a request must have come in
 * @param rate of one user's calls for one business, at one instance
 */
@ConfigurationProperties("portal")
record PortalAccessProperties(
        URI jwkSetUri,
        String issuer,
        String audience,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("5m") Duration requestTimeout,
        @DefaultValue Rate rate) {

    /**
     * Of everything that is neither of the two kinds below.
     *
     * @param burst calls that may come at once
     * @param bulk of each of {@link BulkPaths}
     * @param costly of what {@link CostlyCalls} admits
     */
    record Rate(
            @DefaultValue("100") int perSecond,
            @DefaultValue("3000") int burst,
            @DefaultValue Bulk bulk,
            @DefaultValue Costly costly) {
        Rate {
            atLeastOne("portal.rate.per-second and portal.rate.burst", perSecond, burst);
        }
    }

    /** The burst is a large practice, brought in one record after the other without a pause. */
    record Bulk(
            @DefaultValue("300") int perSecond,
            @DefaultValue("20000") int burst) {
        Bulk {
            atLeastOne("portal.rate.bulk.per-second and portal.rate.bulk.burst", perSecond, burst);
        }
    }

    /** Once a second is also as often as XPM may be asked for one organisation. */
    record Costly(
            @DefaultValue("60") int perMinute,
            @DefaultValue("120") int burst) {
        Costly {
            atLeastOne("portal.rate.costly.per-minute and portal.rate.costly.burst", perMinute, burst);
        }
    }

    private static void atLeastOne(String names, int rate, int burst) {
        if (rate < 1 || burst < 1) {
            throw new WrongConfigurationException(names + " must be at least 1.");
        }
    }

    PortalAccessProperties {
        required(jwkSetUri, "portal.jwk-set-uri", "PORTAL_JWK_SET_URI", "the address of the portal's key set");
        required(issuer, "portal.issuer", "PORTAL_ISSUER", "the issuer of the portal's tokens");
        required(audience, "portal.audience", "PORTAL_AUDIENCE", "the audience of the portal's tokens");
        if (!"https".equals(jwkSetUri.getScheme()) && !"http".equals(jwkSetUri.getScheme())) {
            throw new WrongConfigurationException("portal.jwk-set-uri must be an http or https address.");
        }
        if (maxBodySize.toBytes() < 1024 || maxBodySize.toBytes() > Integer.MAX_VALUE) {
            throw new WrongConfigurationException("portal.max-body-size must be from 1KB to 2GB.");
        }
        if (readTimeout.toSeconds() < 1 || requestTimeout.compareTo(readTimeout) < 0) {
            throw new WrongConfigurationException(
                    "portal.read-timeout must be at least 1s, portal.request-timeout at least as long.");
        }
    }

    private static void required(@Nullable Object value, String property, String variable, String what) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongConfigurationException(
                    "Set %s (environment variable %s): %s.".formatted(property, variable, what));
        }
    }
}

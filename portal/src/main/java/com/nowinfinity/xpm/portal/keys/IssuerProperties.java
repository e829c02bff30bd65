package com.nowinfinity.xpm.portal.keys;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the portal's tokens say of themselves.
 *
 * @param issuer {@code iss} of every token
 * @param audience {@code aud} of every token
 * @param keyFile where the signing key is kept; created when missing
 */
@ConfigurationProperties("portal")
record IssuerProperties(String issuer, String audience, Path keyFile) {

    IssuerProperties {
        required(issuer, "issuer", "PORTAL_ISSUER", "what tokens name as their issuer");
        required(audience, "audience", "PORTAL_AUDIENCE", "what tokens name as their audience");
        required(keyFile, "key-file", "PORTAL_KEY_FILE", "where the signing key is kept");
    }

    private static void required(@Nullable Object value, String property, String variable, String what) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongConfigurationException(
                    "Set portal.%s (environment variable %s): %s.".formatted(property, variable, what));
        }
    }
}

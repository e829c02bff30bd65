package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.connector.secrets.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the workers show at the internal door. */
@ConfigurationProperties("internal")
record InternalProperties(Secret secret) {

    private static final int SHORTEST = 24;

    InternalProperties {
        if (secret == null || secret.value().isBlank()) {
            throw new WrongConfigurationException(
                    "Set internal.secret (environment variable INTERNAL_SECRET): what workers show to get access tokens.");
        }
        if (secret.value().length() < SHORTEST) {
            throw new WrongConfigurationException("internal.secret must have at least " + SHORTEST + " characters.");
        }
    }
}

package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a browser goes back to, and how its cookie travels; from the configuration alone, never from a request.
 *
 * @param returnUri the portal's page
 * @param secure whether the callback is reached over https only
 */
record Browser(URI returnUri, boolean secure) {

    static Browser of(@Nullable String returnUri, URI redirectUri) {
        if (returnUri == null || returnUri.isBlank()) {
            throw new WrongConfigurationException(
                    "Set portal.return-uri (environment variable PORTAL_RETURN_URI): the portal's page for connecting.");
        }
        try {
            URI uri = URI.create(returnUri);
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
                throw new WrongConfigurationException("portal.return-uri must be an http or https address.");
            }
            return new Browser(uri, "https".equals(redirectUri.getScheme()));
        } catch (IllegalArgumentException e) {
            throw new WrongConfigurationException("portal.return-uri is not an address.");
        }
    }

    URI backWith(Arrival.Outcome outcome) {
        return UriComponentsBuilder.fromUri(returnUri)
                .queryParam("connection", outcome.word())
                .build(true)
                .toUri();
    }
}

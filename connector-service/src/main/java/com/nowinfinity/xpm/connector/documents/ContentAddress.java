package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where workers fetch the bytes of documents that came over HTTP: under {@code connector.internal-uri}. */
record ContentAddress(URI internalUri) {

    static final String PATH = "/internal/businesses/{businessId}/documents/{documentId}/content";

    static ContentAddress under(@Nullable String internalUri) {
        if (internalUri == null || internalUri.isBlank()) {
            throw new WrongConfigurationException(
                    "Set connector.internal-uri (environment variable CONNECTOR_INTERNAL_URI): where workers reach this service.");
        }
        try {
            URI uri = URI.create(internalUri);
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
                throw new WrongConfigurationException("connector.internal-uri must be an http or https address.");
            }
            return new ContentAddress(uri);
        } catch (IllegalArgumentException e) {
            throw new WrongConfigurationException("connector.internal-uri is not an address.");
        }
    }

    String of(String businessId, String documentId) {
        return UriComponentsBuilder.fromUri(internalUri)
                .path(PATH)
                .buildAndExpand(businessId, documentId)
                .encode()
                .toUriString();
    }
}

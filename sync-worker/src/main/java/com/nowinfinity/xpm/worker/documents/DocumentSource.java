package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a document's bytes and holds them to what was told: host, size, digest. Only our own connector-service is
 * shown the internal secret. Redirects are not followed.
 */
public final class DocumentSource implements DocumentBytes {

    private final Download download;
    private final InnerAddresses addresses;
    private final URI internalUri;
    private final InternalSecret secret;
    private final Set<String> hosts;
    private final long maxSize;
    private final DocumentTypes types;

    /** @param hosts host names that documents may be fetched from, beside connector-service */
    public DocumentSource(
            Download download,
            InnerAddresses addresses,
            URI internalUri,
            InternalSecret secret,
            Set<String> hosts,
            long maxSize,
            DocumentTypes types) {
        this.download = download;
        this.addresses = addresses;
        this.types = types;
        this.internalUri = internalUri;
        this.secret = secret;
        this.hosts = hosts;
        this.maxSize = maxSize;
    }

    @Override
    public Path fetch(DocumentCreated told) throws IOException {
        if (told.getSize() > maxSize) {
            throw new UnusableDocumentException(
                    Outcomes.reason("document-too-large", "The document is larger than " + maxSize + " bytes."));
        }
        if (!types.allow(told.getContentType())) {
            throw new UnusableDocumentException(Outcomes.reason(
                    "document-type-not-allowed", "Documents of this type are not sent (documents.types)."));
        }
        URI uri = uri(told);
        boolean ours = isOurs(uri, told);
        @Nullable List<InetAddress> at = ours ? null : outside(uri);
        Path file = Files.createTempFile("document-", ".bin");
        try (ReceivedDocument received = new ReceivedDocument(told, file)) {
            download.get(uri, ours ? "Bearer " + secret.value() : null, at, received);
            received.complete();
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static URI uri(DocumentCreated told) {
        try {
            return URI.create(told.getContentUri());
        } catch (IllegalArgumentException e) {
            throw notAllowed();
        }
    }

    /** Of our own connector only this very document: an event of one business must not name another's. */
    private boolean isOurs(URI uri, DocumentCreated told) {
        return uri.equals(internalUri.resolve(
                "/internal/businesses/%s/documents/%s/content".formatted(told.getBusinessId(), told.getDocumentId())));
    }

    private List<InetAddress> outside(URI uri) throws IOException {
        String host = uri.getHost();
        if (host == null || !isListed(host, uri) || !"https".equals(uri.getScheme())) {
            throw notAllowed();
        }
        List<InetAddress> at = addresses.whereLeads(host, hosts);
        if (at.isEmpty()) {
            throw notAllowed();
        }
        return at;
    }

    private boolean isListed(String host, URI uri) {
        return hosts.contains(host.toLowerCase(Locale.ROOT)) || hosts.contains(uri.getAuthority());
    }

    private static UnusableDocumentException notAllowed() {
        return new UnusableDocumentException(Outcomes.reason(
                "document-host-not-allowed", "Documents may not be fetched from this address (documents.hosts)."));
    }
}

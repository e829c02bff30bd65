package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.InternalSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Fetches a document's bytes and holds them to what was told: host, size, digest. Only our own connector-service is
 * shown the internal secret. Redirects are not followed.
 */
public final class DocumentSource {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int BUFFER = 16 * 1024;

    private final HttpClient http;
    private final URI internalUri;
    private final InternalSecret secret;
    private final Set<String> hosts;
    private final long maxSize;
    private final DocumentTypes types;

    /** @param hosts host names that documents may be fetched from, beside connector-service */
    public DocumentSource(
            HttpClient http,
            URI internalUri,
            InternalSecret secret,
            Set<String> hosts,
            long maxSize,
            DocumentTypes types) {
        this.types = types;
        this.http = http;
        this.internalUri = internalUri;
        this.secret = secret;
        this.hosts = hosts;
        this.maxSize = maxSize;
    }

    /**
     * The bytes in a temporary file, which the caller deletes.
     *
     * @throws UnusableDocumentException when the document can never be sent as it was told
     * @throws IOException when it cannot be fetched now
     */
    public Path fetch(DocumentCreated told) throws IOException {
        if (told.getSize() > maxSize) {
            throw new UnusableDocumentException(
                    Outcomes.reason("document-too-large", "The document is larger than " + maxSize + " bytes."));
        }
        if (!types.allow(told.getContentType())) {
            throw new UnusableDocumentException(Outcomes.reason(
                    "document-type-not-allowed", "Documents of this type are not sent (documents.types)."));
        }
        HttpRequest request = request(told);
        Path file = Files.createTempFile("document-", ".bin");
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 404 || answer.statusCode() == 410) {
                    throw new UnusableDocumentException(
                            Outcomes.reason("document-gone", "The document is no longer where it was."));
                }
                if (answer.statusCode() != 200) {
                    throw new IOException("The document's host answered " + answer.statusCode());
                }
                store(body, file, told);
            }
            return file;
        } catch (InterruptedException e) {
            Files.deleteIfExists(file);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while fetching a document", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private HttpRequest request(DocumentCreated told) throws IOException {
        URI uri;
        try {
            uri = URI.create(told.getContentUri());
        } catch (IllegalArgumentException e) {
            throw notAllowed();
        }
        // Of our own connector only this very document: an event of one business must not name another's.
        boolean ours = uri.equals(internalUri.resolve(
                "/internal/businesses/%s/documents/%s/content".formatted(told.getBusinessId(), told.getDocumentId())));
        boolean listed = uri.getHost() != null
                && (hosts.contains(uri.getHost().toLowerCase(Locale.ROOT)) || hosts.contains(uri.getAuthority()))
                && "https".equals(uri.getScheme());
        if (!ours && (!listed || InnerAddresses.isLedTo(uri.getHost(), hosts))) {
            throw notAllowed();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        return (ours ? request.header("Authorization", "Bearer " + secret.value()) : request).build();
    }

    private static void store(InputStream body, Path file, DocumentCreated told) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0 && size <= told.getSize(); read = body.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        boolean same = size == told.getSize()
                && HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(told.getSha256());
        if (!same) {
            throw new UnusableDocumentException(Outcomes.reason(
                    "document-differs", "The document's bytes are not those that were told: size or digest differ."));
        }
    }

    private static UnusableDocumentException notAllowed() {
        return new UnusableDocumentException(Outcomes.reason(
                "document-host-not-allowed", "Documents may not be fetched from this address (documents.hosts)."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}

package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.events.DocumentCreated;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** A signed document, with the same words for whichever company. */
final class Paper {

    static final String TEXT = "Minutes of the first meeting";

    private Paper() {}

    /** @param door where its words are handed out */
    static DocumentCreated of(Company company, URI door, Instant at) {
        String documentId = "paper-" + company.clientId();
        return DocumentCreated.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(company.businessId())
                .setOccurredAt(at)
                .setDocumentId(documentId)
                .setEntityId(company.entityId())
                .setTitle("Minutes of " + company.name())
                .setFileName("minutes.txt")
                .setContentType("text/plain")
                .setSize(TEXT.length())
                .setSha256(digest())
                .setContentUri("%s/internal/businesses/%s/documents/%s/content"
                        .formatted(door, company.businessId(), documentId))
                .setExecuted(true)
                .build();
    }

    private static String digest() {
        try {
            byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package com.nowinfinity.xpm.simulator.organisation;

import java.time.Instant;

/** A document as XPM keeps it: what it is called and the digest of its bytes; nobody can download it again. */
public record StoredDocument(
        String id,
        String clientId,
        String title,
        String text,
        String folder,
        String fileName,
        int size,
        String sha256,
        Instant at) {}

package com.nowinfinity.xpm.notification.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell people of a business.
 *
 * @param id follows from what it is about, so that telling of it again is the same notice
 * @param kind stable code: {@code report-ready}, {@code run-failed}, {@code run-cancelled}, {@code reconnect-required}
 * @param title some words
 * @param text a sentence or two; no personal data
 * @param link path in the portal
 * @param recipient subject of the person it is for; null for everybody of the business
 */
public record Notice(
        String id,
        String businessId,
        String kind,
        String title,
        String text,
        String link,
        Instant at,
        @Nullable String recipient) {}

package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A document to put under a client. */
public record DocumentDraft(
        String clientId,
        String title,
        @Nullable String text,
        @Nullable String folder,
        String fileName,
        DocumentContent content) {}

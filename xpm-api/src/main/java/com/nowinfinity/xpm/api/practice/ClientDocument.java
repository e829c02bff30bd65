package com.nowinfinity.xpm.api.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document of a client. XPM gives no id, no content and no way to replace or delete one. */
public record ClientDocument(
        @Nullable String title,
        @Nullable String text,
        @Nullable String folder,
        @Nullable LocalDate date,
        @Nullable String createdBy,
        @Nullable String fileName,
        @Nullable String url) {}

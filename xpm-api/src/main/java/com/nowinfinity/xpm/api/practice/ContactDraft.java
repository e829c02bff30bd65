package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A contact to create together with its client. If several are primary, XPM takes the last. */
public record ContactDraft(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String position,
        boolean primary) {}

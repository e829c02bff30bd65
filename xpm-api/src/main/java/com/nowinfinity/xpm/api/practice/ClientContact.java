package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A contact of a client. The same id may stand under several clients, with another position under each. */
public record ClientContact(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String salutation,
        @Nullable String addressee,
        @Nullable String position,
        boolean primary,
        boolean deleted) {}

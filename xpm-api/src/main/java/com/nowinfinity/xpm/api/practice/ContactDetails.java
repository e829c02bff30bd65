package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** How to reach a client. */
public record ContactDetails(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String website) {

    public static final ContactDetails NONE = new ContactDetails(null, null, null, null);
}

package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A member of the practice's staff. */
public record StaffMember(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile) {}

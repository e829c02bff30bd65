package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/**
 * An address in XPM's five parts.
 *
 * @param street may hold line breaks
 */
public record PostalAddress(
        @Nullable String street,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postCode,
        @Nullable String country) {}

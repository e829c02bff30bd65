package com.nowinfinity.xpm.portal.services;

import org.jspecify.annotations.Nullable;

/** Addresses that came from elsewhere: only one of the web is made a link. */
public final class WebAddresses {

    private WebAddresses() {}

    /** Null for what is no address to follow. */
    public static @Nullable String safe(@Nullable String address) {
        return address != null && address.startsWith("https://") ? address : null;
    }
}

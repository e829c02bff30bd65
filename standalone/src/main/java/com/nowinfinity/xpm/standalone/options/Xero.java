package com.nowinfinity.xpm.standalone.options;

import java.net.URI;

/** Another Xero than our simulator, and the app that is registered with it. */
public record Xero(URI base, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "Xero[%s]".formatted(base);
    }
}

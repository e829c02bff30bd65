package com.nowinfinity.xpm.api.http;

import java.net.URI;
import java.time.Duration;

/** Where Xero lists connections and how long we wait for it. */
public record XeroConnectionsConfiguration(URI connectionsUri, Duration connectTimeout, Bounds bounds) {

    public XeroConnectionsConfiguration {
        connectionsUri = Addresses.requireSafe("xero.connections-uri", connectionsUri);
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("The connect timeout of calls to Xero has to be positive.");
        }
    }

    /** 5 s to connect, 15 s and 1 MB for an answer. */
    public static XeroConnectionsConfiguration of(URI connectionsUri) {
        return new XeroConnectionsConfiguration(
                connectionsUri, Duration.ofSeconds(5), new Bounds(Duration.ofSeconds(15), 1L << 20));
    }
}

package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Permit;
import com.nowinfinity.xpm.api.xml.XmlBody;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way through the layers.
 *
 * @param operation its name in metrics
 * @param tally what has come back so far, also when the call fails
 */
record WireRequest(
        String operation,
        String method,
        URI uri,
        XmlBody body,
        Map<String, String> headers,
        Caller caller,
        Bounds bounds,
        Tally tally) {

    /** On whose behalf. The tenant is null for calls that concern a user's tenants altogether. */
    record Caller(AccessToken token, @Nullable String tenantId, Permit permit) {}

    /** Counted by the thread that makes the call. */
    static final class Tally {
        int status;
        long bytes;
    }

    static WireRequest of(String operation, String method, URI uri, XmlBody body, Caller caller, Bounds bounds) {
        return new WireRequest(operation, method, uri, body, Map.of(), caller, bounds, new Tally());
    }

    /** Reads change nothing, so what becomes of them is never a mystery. */
    boolean isWrite() {
        return !method.equals("GET");
    }

    WireRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new WireRequest(operation, method, uri, body, Map.copyOf(all), caller, bounds, tally);
    }
}

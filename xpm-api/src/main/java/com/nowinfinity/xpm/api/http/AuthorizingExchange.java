package com.nowinfinity.xpm.api.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Adds whose call it is: the token, and the tenant where there is one. */
final class AuthorizingExchange implements Exchange {

    private final Exchange inner;

    AuthorizingExchange(Exchange inner) {
        this.inner = inner;
    }

    @Override
    public <T> T exchange(WireRequest request, ReplyReader<T> reader) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + request.caller().token().value());
        if (request.caller().tenantId() != null) {
            headers.put("xero-tenant-id", request.caller().tenantId());
        }
        return inner.exchange(request.withHeaders(headers), reader);
    }

    @Override
    public String toString() {
        return "Authorizing(" + inner + ")";
    }
}

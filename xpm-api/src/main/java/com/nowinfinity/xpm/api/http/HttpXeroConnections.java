package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Permit;
import com.nowinfinity.xpm.api.XeroConnection;
import com.nowinfinity.xpm.api.XeroConnections;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.http.Exchange.ReplyReader;
import com.nowinfinity.xpm.api.http.WireRequest.Caller;
import com.nowinfinity.xpm.api.verdict.Headers;
import com.nowinfinity.xpm.api.xml.XmlBody;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Xero's connections over HTTP and JSON. Closing it ends what is still under way. */
public final class HttpXeroConnections implements XeroConnections, AutoCloseable {

    private final XeroConnectionsConfiguration configuration;
    private final Exchange exchange;
    private final WireExchange wire;

    private HttpXeroConnections(XeroConnectionsConfiguration configuration, Exchange exchange, WireExchange wire) {
        this.configuration = configuration;
        this.exchange = exchange;
        this.wire = wire;
    }

    /** The clock serves as in {@link HttpXpmApi#create}. */
    public static HttpXeroConnections create(
            XeroConnectionsConfiguration configuration, CallObserver observer, InstantSource clock) {
        WireExchange wire = WireExchange.connectingWithin(configuration.connectTimeout());
        return new HttpXeroConnections(configuration, Onion.around(wire, observer, clock), wire);
    }

    @Override
    public Answer<List<XeroConnection>> list(AccessToken token, @Nullable String authEventId) {
        String query = authEventId == null ? "" : "?authEventId=" + Addresses.parameter(authEventId);
        return call("GET", token, query, reply -> ConnectionsJson.read(reply.body()));
    }

    @Override
    public Answer<Boolean> delete(AccessToken token, String connectionId) {
        try {
            return call("DELETE", token, "/" + Addresses.segment(connectionId), reply -> true);
        } catch (Rejected e) {
            if (e.status() == 404) {
                return new Answer<>(false, e.allowance(), 0);
            }
            throw e;
        }
    }

    private <T> Answer<T> call(String method, AccessToken token, String rest, ReplyReader<T> reader) {
        WireRequest request = WireRequest.of(
                        "connections",
                        method,
                        URI.create(configuration.connectionsUri() + rest),
                        XmlBody.NONE,
                        new Caller(token, null, Permit.ALWAYS),
                        configuration.bounds())
                .withHeaders(Map.of("Accept", "application/json"));
        try {
            return exchange.exchange(request, reply -> {
                T value = reader.read(reply);
                return new Answer<>(value, Headers.allowance(reply.headers()), request.tally().bytes);
            });
        } catch (IOException e) {
            throw new IllegalStateException("Every failure has been judged before.", e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}

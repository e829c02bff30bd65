package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.http.WireRequest.Caller;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.verdict.ErrorText;
import com.nowinfinity.xpm.api.verdict.Headers;
import com.nowinfinity.xpm.api.verdict.Verdict;
import com.nowinfinity.xpm.api.xml.ResponseReader;
import com.nowinfinity.xpm.api.xml.UnreadableAnswer;
import com.nowinfinity.xpm.api.xml.XmlElement;
import com.nowinfinity.xpm.api.xml.XmlResponse;
import com.nowinfinity.xpm.api.xml.XmlResponse.Part;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The few shapes that XPM's answers have. A success of HTTP without XPM's own OK is none. */
final class XmlCalls {

    private static final Map<String, String> READING = Map.of("Accept", "application/xml");
    private static final Map<String, String> WRITING =
            Map.of("Accept", "application/xml", "Content-Type", "application/xml; charset=utf-8");

    private final Exchange exchange;
    private final URI apiUri;
    private final Bounds single;

    XmlCalls(Exchange exchange, URI apiUri, Bounds single) {
        this.exchange = exchange;
        this.apiUri = apiUri;
        this.single = single;
    }

    /** Makes a value of what an answer with status OK holds. */
    interface Conclusion<T> {
        T of(List<XmlElement> found) throws UnreadableAnswer;
    }

    /** All items of a collection; one that cannot be named makes the list unreadable. */
    <T> Answer<List<T>> list(
            Call call, Operation operation, String collection, String item, Function<XmlElement, @Nullable T> reading) {
        return collected(request(call, operation, single), collection, Set.of(item), found -> {
            List<T> items = new ArrayList<>();
            for (XmlElement element : found) {
                items.add(required(reading.apply(element)));
            }
            return List.copyOf(items);
        });
    }

    /** Exactly one item. */
    <T> Answer<T> one(Call call, Operation operation, String item, Function<XmlElement, @Nullable T> reading) {
        return collected(request(call, operation, single), null, Set.of(item), found -> only(found, reading));
    }

    /** One item, or XPM's word that there is none. */
    <T> Answer<Optional<T>> maybe(
            Call call, Operation operation, String item, Function<XmlElement, @Nullable T> reading) {
        WireRequest request = request(call, operation, single);
        try {
            return collected(request, null, Set.of(item), found -> Optional.of(only(found, reading)));
        } catch (Rejected e) {
            if (Verdict.saysAbsent(e)) {
                return new Answer<>(Optional.empty(), e.allowance(), request.tally().bytes);
            }
            throw e;
        }
    }

    /** OK alone says that it is done; what else the answer holds is a bonus. */
    <T> Answer<T> done(Call call, Operation operation, Set<String> items, Conclusion<T> conclusion) {
        return collected(request(call, operation, single), null, items, conclusion);
    }

    /** Hands the clients over as they come. */
    Answer<ClientListing> stream(Call call, Operation operation, Bounds bounds, ListedClients clients) {
        Part part = new Part("Clients", Set.of("Client"), clients);
        return read(request(call, operation, bounds), part, clients::listing);
    }

    private <T> Answer<T> collected(
            WireRequest request, @Nullable String collection, Set<String> items, Conclusion<T> conclusion) {
        List<XmlElement> found = new ArrayList<>();
        return read(request, new Part(collection, items, found::add), () -> conclusion.of(found));
    }

    private <T> Answer<T> read(WireRequest request, Part part, Ending<T> ending) {
        try {
            return exchange.exchange(request, reply -> {
                XmlResponse response = ResponseReader.read(reply.body(), Headers.charset(reply.headers()), part);
                if (response.isError()) {
                    throw new Rejected(
                            reply.status(), ErrorText.excerpt(response.problem()), Headers.allowance(reply.headers()));
                }
                if (!response.isOk()) {
                    throw new UnreadableAnswer("The answer has no status that we know.");
                }
                return new Answer<>(ending.value(), Headers.allowance(reply.headers()), request.tally().bytes);
            });
        } catch (IOException e) {
            throw new IllegalStateException("Every failure has been judged before.", e);
        }
    }

    private interface Ending<T> {
        T value() throws UnreadableAnswer;
    }

    private WireRequest request(Call call, Operation operation, Bounds bounds) {
        Caller caller =
                new Caller(call.credentials().token(), call.credentials().tenantId(), call.permit());
        URI uri = URI.create(apiUri + "/" + operation.name() + operation.rest());
        return WireRequest.of(operation.name(), operation.verb(), uri, operation.body(), caller, bounds)
                .withHeaders(operation.verb().equals("GET") ? READING : WRITING);
    }

    private static <T> T only(List<XmlElement> found, Function<XmlElement, @Nullable T> reading)
            throws UnreadableAnswer {
        if (found.size() != 1) {
            throw new UnreadableAnswer("The answer holds " + found.size() + " records where one belongs.");
        }
        return required(reading.apply(found.getFirst()));
    }

    private static <T> T required(@Nullable T read) throws UnreadableAnswer {
        if (read == null) {
            throw new UnreadableAnswer("The answer holds a record without an id.");
        }
        return read;
    }
}

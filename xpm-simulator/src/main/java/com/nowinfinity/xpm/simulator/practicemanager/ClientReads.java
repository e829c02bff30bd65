package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading clients: whole lists, by search, one alone. */
final class ClientReads {

    static final Comparator<Client> BY_NAME =
            Comparator.comparing(Client::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Client::id);

    private ClientReads() {}

    static Outcome list(Organisation organisation, Call call) {
        String since = call.parameter("modifiedsince");
        Instant bound = since == null || since.isEmpty() ? Instant.MIN : Dates.moment(since);
        return clients(organisation, call, client -> !client.modified().isBefore(bound));
    }

    static Outcome search(Organisation organisation, Call call) {
        String query = orEmpty(call.parameter("query")).toLowerCase(Locale.ROOT);
        Predicate<Client> findable =
                call.conventions().searchFindsArchived() ? client -> !client.isDeleted() : Client::isCurrent;
        return clients(
                organisation,
                call,
                findable.and(client -> client.name().toLowerCase(Locale.ROOT).contains(query)));
    }

    static Outcome get(Organisation organisation, Call call) {
        Client client = known(organisation, call.id());
        return Outcome.read("client read " + client.id(), () -> one(organisation, call, client.id()));
    }

    static Answer one(Organisation organisation, Call call, String id) {
        ClientView view = ClientView.of(organisation, known(organisation, id));
        return Envelope.ok(call.apiMethod(), xml -> ClientXml.write(xml, view, ClientXml.Depth.DETAILED));
    }

    static Client known(Organisation organisation, @Nullable String id) {
        Client client = id == null ? null : organisation.client(id);
        if (client == null) {
            throw RefusedException.unknownClient();
        }
        return client;
    }

    private static Outcome clients(Organisation organisation, Call call, Predicate<Client> wanted) {
        Stream<Client> sorted = organisation.clients().stream().filter(wanted).sorted(BY_NAME);
        List<ClientView> views =
                sorted.map(client -> ClientView.of(organisation, client)).toList();
        ClientXml.Depth depth = call.detailed() ? ClientXml.Depth.DETAILED : ClientXml.Depth.PLAIN;
        return Outcome.read(
                views.size() + " clients read",
                () -> Envelope.stream(
                        call.apiMethod(),
                        xml -> xml.element("Clients", () -> {
                            for (ClientView view : views) {
                                ClientXml.write(xml, view, depth);
                            }
                        })));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

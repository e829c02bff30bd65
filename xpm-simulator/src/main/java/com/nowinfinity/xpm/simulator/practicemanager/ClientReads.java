package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
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

    private static final List<ClientElement> SEARCHED = List.of(
            ClientElement.COMPANY_NUMBER,
            ClientElement.BUSINESS_NUMBER,
            ClientElement.CLIENT_CODE,
            ClientElement.EMAIL);

    private ClientReads() {}

    static Outcome list(Organisation organisation, Call call) {
        String since = call.parameter("modifiedsince");
        Instant bound = since == null || since.isEmpty() ? Instant.MIN : Dates.moment(since);
        boolean inclusive = call.conventions().is(Reading.MODIFIED_SINCE_INCLUSIVE);
        boolean all = call.conventions().is(Reading.LIST_SHOWS_ARCHIVED);
        return clients(
                organisation,
                call,
                client -> (inclusive
                                ? !client.modified().isBefore(bound)
                                : client.modified().isAfter(bound))
                        && (all || client.isCurrent()));
    }

    static Outcome search(Organisation organisation, Call call) {
        String query = orEmpty(call.parameter("query")).toLowerCase(Locale.ROOT);
        boolean archived = call.conventions().is(Reading.SEARCH_FINDS_ARCHIVED);
        boolean deleted = call.conventions().is(Reading.SEARCH_FINDS_DELETED);
        Predicate<Client> findable = client -> client.isDeleted() ? deleted : archived || client.isCurrent();
        return clients(
                organisation,
                call,
                findable.and(client -> searched(client, call)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(query))));
    }

    private static Stream<String> searched(Client client, Call call) {
        Stream<String> more = call.conventions().is(Reading.SEARCH_READS_NUMBERS)
                ? SEARCHED.stream().map(element -> orEmpty(client.get(element)))
                : Stream.empty();
        return Stream.concat(Stream.of(client.name()), more);
    }

    /** Whether lists show a client yet. */
    static boolean hasSettled(Organisation organisation, Client client, Call call) {
        return !call.at()
                        .isBefore(organisation
                                .firstSeen(client.id())
                                .plus(call.conventions().settling()))
                || !client.byApi();
    }

    static Outcome get(Organisation organisation, Call call) {
        Client client = known(organisation, call.id());
        return Outcome.read("client read " + client.id(), () -> one(organisation, call, client.id()));
    }

    static Answer one(Organisation organisation, Call call, String id) {
        ClientView view = ClientView.of(organisation, known(organisation, id), call);
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
        Stream<Client> sorted = organisation.clients().stream()
                .filter(wanted)
                .filter(client -> hasSettled(organisation, client, call))
                .sorted(BY_NAME);
        List<ClientView> views =
                sorted.map(client -> ClientView.of(organisation, client, call)).toList();
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

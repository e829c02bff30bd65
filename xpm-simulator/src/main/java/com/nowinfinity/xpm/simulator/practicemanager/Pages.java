package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The two lists that come in pages; the token says after whom the next page begins, so the middle may change. */
final class Pages {

    private static final int LARGEST = 500;
    private static final int USUAL = 50;

    private Pages() {}

    static Outcome clients(Organisation organisation, Call call) {
        List<Client> all = organisation.clients().stream()
                .filter(Client::isCurrent)
                .filter(client -> ClientReads.hasSettled(organisation, client, call))
                .sorted(Comparator.comparing(Client::id))
                .toList();
        Page<Client> page = Page.of(all, Client::id, call);
        List<ClientView> views = page.items().stream()
                .map(client -> ClientView.of(organisation, client, call))
                .toList();
        return Outcome.read(
                views.size() + " clients read",
                () -> Envelope.ok(call.apiMethod(), xml -> {
                    xml.element("Clients", () -> {
                        for (ClientView view : views) {
                            ClientXml.write(xml, view, ClientXml.Depth.THIN);
                        }
                    });
                    pagination(xml, call, "client.api/paged-list", page.size(), page.nextToken());
                }));
    }

    static Outcome contacts(Organisation organisation, Call call) {
        List<Contact> all = organisation.contacts().stream()
                .filter(contact -> !contact.deleted())
                .sorted(Comparator.comparing(Contact::id))
                .toList();
        Page<Contact> page = Page.of(all, Contact::id, call);
        return Outcome.read(
                page.items().size() + " contacts read",
                () -> Envelope.ok(call.apiMethod(), xml -> {
                    xml.element("Contacts", () -> {
                        for (Contact contact : page.items()) {
                            ContactXml.write(xml, contact, new ContactLink(contact.id(), "", false));
                        }
                    });
                    pagination(xml, call, "client.api/contacts", page.size(), page.nextToken());
                }));
    }

    private static void pagination(XmlWriter xml, Call call, String path, int size, @Nullable String nextToken)
            throws XMLStreamException {
        String list = call.base() + "/practicemanager/3.1/" + path;
        xml.element(
                "Pagination",
                () -> xml.element(
                        "Links",
                        () -> xml.text("First", list + "?pageSize=" + size)
                                .textIfSet(
                                        "Next",
                                        nextToken == null
                                                ? null
                                                : list + "?pageToken="
                                                        + URLEncoder.encode(nextToken, StandardCharsets.UTF_8)
                                                        + "&pageSize=" + size)));
    }

    private record Page<T>(
            List<T> items, int size, @Nullable String nextToken) {

        static <T> Page<T> of(List<T> all, Function<T, String> id, Call call) {
            int size = size(call.parameter("pageSize"));
            String after = after(call.parameter("pageToken"));
            List<T> rest = all.stream()
                    .filter(item -> id.apply(item).compareTo(after) > 0)
                    .limit(size + 1L)
                    .toList();
            boolean last = rest.size() <= size;
            List<T> items = last ? rest : rest.subList(0, size);
            return new Page<>(items, size, last ? null : token(id.apply(items.getLast())));
        }

        private static int size(@Nullable String text) {
            if (text == null) {
                return USUAL;
            }
            if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST) {
                throw RefusedException.badRequest("pageSize must be between 1 and 500");
            }
            return Integer.parseInt(text);
        }

        private static String token(String id) {
            return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        }

        private static String after(@Nullable String token) {
            try {
                return token == null ? "" : new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException foreign) {
                throw RefusedException.badRequest("Invalid pageToken");
            }
        }
    }
}

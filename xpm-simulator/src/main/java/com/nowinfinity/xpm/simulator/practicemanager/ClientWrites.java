package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adding, updating, archiving and deleting clients. */
final class ClientWrites {

    private ClientWrites() {}

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Client");
        Map<ClientElement, String> values = new ClientForm(organisation, null).read(body);
        if (values.getOrDefault(ClientElement.NAME, "").isEmpty()) {
            throw new RefusedException("Name is required");
        }
        List<Change> changes = new ArrayList<>();
        List<ContactLink> links = ContactForm.readAll(body, call.ids(), changes);
        String id = call.ids().get();
        changes.add(new Change.ClientPut(new Client(id, organisation.nextNumber(), values, links, call.at(), true)));
        boolean taxSent = values.keySet().stream().anyMatch(ClientElement::isOfTaxBlock);
        ClientXml.Depth depth = taxSent ? ClientXml.Depth.DETAILED : ClientXml.Depth.DETAILED_WITHOUT_TAX;
        return new Outcome(changes, "client added " + id, () -> {
            ClientView view = ClientView.of(organisation, ClientReads.known(organisation, id));
            return Envelope.ok(call.apiMethod(), xml -> ClientXml.write(xml, view, depth));
        });
    }

    static Outcome update(Organisation organisation, Call call) {
        XmlNode body = call.body("Client");
        Client client = changeable(organisation, body);
        Map<ClientElement, String> values = new ClientForm(organisation, client.id()).read(body);
        if (!call.conventions().emptyElementClears()) {
            values.values().removeIf(String::isEmpty);
        }
        if (values.containsKey(ClientElement.NAME)
                && values.getOrDefault(ClientElement.NAME, "").isEmpty()) {
            throw new RefusedException("Name is required");
        }
        return Outcome.changed(
                "client updated " + client.id() + " " + names(values),
                new Change.ClientPut(client.with(values, call.at())),
                () -> ClientReads.one(organisation, call, client.id()));
    }

    static Outcome archive(Organisation organisation, Call call) {
        Client client = changeable(organisation, call.body("Client"));
        return Outcome.changed(
                "client archived " + client.id(),
                new Change.ClientPut(client.with(ClientElement.IS_ARCHIVED, "Yes", call.at())),
                () -> ClientReads.one(organisation, call, client.id()));
    }

    static Outcome delete(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.body("Client").textOf("UUID"));
        if (client.isDeleted()) {
            throw RefusedException.unknownClient();
        }
        return Outcome.changed(
                "client deleted " + client.id(),
                new Change.ClientPut(client.with(ClientElement.IS_DELETED, "Yes", call.at())),
                () -> Envelope.ok(call.apiMethod()));
    }

    /** A client that still takes changes: there, not deleted, not archived. */
    static Client changeable(Organisation organisation, XmlNode body) {
        Client client = ClientReads.known(organisation, body.textOf("UUID"));
        if (client.isDeleted()) {
            throw RefusedException.unknownClient();
        }
        if (client.isArchived()) {
            throw new RefusedException("The client is archived");
        }
        return client;
    }

    private static String names(Map<ClientElement, String> values) {
        return String.join(
                ",", values.keySet().stream().map(ClientElement::wireName).toList());
    }
}

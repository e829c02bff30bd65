package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adding, updating, archiving and deleting clients. */
final class ClientWrites {

    private ClientWrites() {}

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Client");
        Map<ClientElement, String> values = new ClientForm(organisation, null, call.conventions()).read(body);
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
            ClientView view = ClientView.of(organisation, ClientReads.known(organisation, id), call);
            return Envelope.ok(call.apiMethod(), xml -> ClientXml.write(xml, view, depth));
        });
    }

    static Outcome update(Organisation organisation, Call call) {
        XmlNode body = call.body("Client");
        Client client = changeable(organisation, body);
        Map<ClientElement, String> values = new ClientForm(organisation, client.id(), call.conventions()).read(body);
        if (!call.conventions().is(Reading.EMPTY_ELEMENT_CLEARS)) {
            values.values().removeIf(String::isEmpty);
        }
        if (!call.conventions().is(Reading.EXPORT_CODE_UPDATABLE)) {
            values.remove(ClientElement.EXPORT_CODE);
        }
        if (call.conventions().is(Reading.UPDATE_REPLACES)) {
            clearUnmentioned(client, values);
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
        if (call.conventions().is(Reading.ARCHIVE_IN_GROUP_REFUSED)
                && !organisation.groupsOf(client.id()).isEmpty()) {
            throw new RefusedException("The client belongs to a group");
        }
        if (call.conventions().openJobs().contains(client.id())) {
            throw new RefusedException("The client has open jobs");
        }
        return Outcome.changed(
                "client archived " + client.id(),
                new Change.ClientPut(client.with(
                        ClientElement.IS_ARCHIVED, "Yes", moment(client, call, Reading.ARCHIVING_MODIFIES))),
                () -> ClientReads.one(organisation, call, client.id()));
    }

    static Outcome delete(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.body("Client").textOf("UUID"));
        if (client.isDeleted()) {
            throw RefusedException.unknownClient();
        }
        return Outcome.changed(
                "client deleted " + client.id(),
                new Change.ClientPut(
                        client.with(ClientElement.IS_DELETED, "Yes", moment(client, call, Reading.DELETING_MODIFIES))),
                () -> Envelope.ok(call.apiMethod()));
    }

    private static Instant moment(Client client, Call call, Reading reading) {
        return call.conventions().is(reading) ? call.at() : client.modified();
    }

    private static void clearUnmentioned(Client client, Map<ClientElement, String> values) {
        for (ClientElement element : client.elements().keySet()) {
            if (element != ClientElement.NAME && element.form() != ClientElement.Form.READ_ONLY) {
                values.putIfAbsent(element, "");
            }
        }
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

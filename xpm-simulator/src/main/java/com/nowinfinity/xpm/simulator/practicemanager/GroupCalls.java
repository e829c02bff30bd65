package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Groups of clients: never empty at creation, never renamed. */
final class GroupCalls {

    private GroupCalls() {}

    static Outcome list(Organisation organisation, Call call) {
        List<Group> groups = List.copyOf(organisation.groups());
        return Outcome.read(
                groups.size() + " groups read",
                () -> Envelope.stream(
                        call.apiMethod(),
                        xml -> xml.element("Groups", () -> {
                            for (Group group : groups) {
                                xml.element("Group", () -> head(xml, group));
                            }
                        })));
    }

    static Outcome get(Organisation organisation, Call call) {
        Group group = known(organisation, call.id());
        return Outcome.read("group read " + group.id(), () -> answer(organisation, call, group));
    }

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Group");
        if (body.textOrEmpty("Name").isEmpty()) {
            throw new RefusedException("Name is required");
        }
        if (call.conventions().is(Reading.GROUP_NAMES_UNIQUE)
                && organisation.groups().stream()
                        .anyMatch(group -> group.name().equalsIgnoreCase(body.textOrEmpty("Name")))) {
            throw new RefusedException("A group with this name already exists");
        }
        Client first = ClientReads.known(organisation, body.textOf("ClientUUID"));
        boolean taxable = body.textOrEmpty("Taxable").equalsIgnoreCase("Yes");
        Group group = new Group(call.ids().get(), body.textOrEmpty("Name"), taxable, List.of(first.id()), true);
        return changed(
                "group added " + group.id(),
                organisation,
                call,
                new Change.GroupPut(group),
                group.clientIds(),
                () -> answer(organisation, call, group));
    }

    /** Adding a member that is one, or removing one that is not, changes nothing and is no error. */
    static Outcome members(Organisation organisation, Call call) {
        XmlNode body = call.body("Group");
        Group group = known(organisation, body.textOf("UUID"));
        List<String> members = new ArrayList<>(group.clientIds());
        List<String> named = new ArrayList<>();
        for (XmlNode change : body.children()) {
            switch (change.name()) {
                case "add" -> {
                    String id = client(organisation, change);
                    members.remove(id);
                    members.add(id);
                    named.add(id);
                }
                case "remove" -> {
                    String id = client(organisation, change);
                    members.remove(id);
                    named.add(id);
                }
                default -> {}
            }
        }
        Group after = new Group(group.id(), group.name(), group.taxable(), members, group.byApi());
        return changed(
                "group members changed " + group.id(),
                organisation,
                call,
                new Change.GroupPut(after),
                named,
                () -> answer(organisation, call, after));
    }

    static Outcome delete(Organisation organisation, Call call) {
        Group group = known(organisation, call.body("Group").textOf("UUID"));
        return changed(
                "group deleted " + group.id(),
                organisation,
                call,
                new Change.GroupRemoved(group.id()),
                group.clientIds(),
                () -> Envelope.ok(call.apiMethod()));
    }

    private static Outcome changed(
            String effect,
            Organisation organisation,
            Call call,
            Change change,
            List<String> clientIds,
            Supplier<Answer> answer) {
        return new Outcome(
                ModifiedToo.by(Reading.GROUPS_MODIFY, organisation, call, change, clientIds), effect, answer);
    }

    private static String client(Organisation organisation, XmlNode change) {
        return ClientReads.known(organisation, change.attributes().get("uuid")).id();
    }

    private static Group known(Organisation organisation, @Nullable String id) {
        return Optional.ofNullable(id)
                .map(organisation::group)
                .orElseThrow(() -> new RefusedException("Invalid group identifier"));
    }

    private static void head(XmlWriter xml, Group group) throws XMLStreamException {
        xml.text("UUID", group.id())
                .text("Name", group.name())
                .yesNo("Taxable", group.taxable())
                .text("WebUrl", "https://practicemanager.xero.com/ClientGroup/" + group.id());
    }

    private static Answer answer(Organisation organisation, Call call, Group group) {
        return Envelope.ok(
                call.apiMethod(),
                xml -> xml.element("Group", () -> {
                    head(xml, group);
                    xml.element("Clients", () -> {
                        for (String id : group.clientIds()) {
                            ClientXml.reference(xml, "Client", id, ClientXml.clientName(organisation, id));
                        }
                    });
                }));
    }
}

package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The Client element in the order of 3.1. */
final class ClientXml {

    /** How much of a client an answer shows. */
    enum Depth {
        /** As paged-list: no people's parts, no tax block, no contacts. */
        THIN,
        /** As list without detailed. */
        PLAIN,
        /** With notes, groups and relationships. */
        DETAILED,
        /** Detailed, but without the tax block: the answer to an add that sent none of it. */
        DETAILED_WITHOUT_TAX
    }

    private static final Set<ClientElement> THIN = EnumSet.of(
            ClientElement.NAME, ClientElement.EMAIL, ClientElement.ACCOUNT_MANAGER, ClientElement.JOB_MANAGER);

    static {
        THIN.addAll(EnumSet.range(ClientElement.ADDRESS, ClientElement.EXPORT_CODE));
        THIN.addAll(EnumSet.range(ClientElement.IS_PROSPECT, ClientElement.IS_DELETED));
    }

    private static final List<String> AUTO_BAS = List.of("Annually", "Monthly", "Quarterly", "Opt-Out");

    private ClientXml() {}

    static void write(XmlWriter xml, ClientView view, Depth depth) throws XMLStreamException {
        xml.element("Client", () -> {
            Client client = view.client();
            xml.text("UUID", client.id());
            for (ClientElement element : ClientElement.values()) {
                if (shows(depth, element)) {
                    element(xml, view.organisation(), element, client.get(element));
                }
            }
            if (depth != Depth.THIN) {
                ContactXml.writeAll(xml, view.organisation(), client);
            }
            if (depth == Depth.DETAILED || depth == Depth.DETAILED_WITHOUT_TAX) {
                around(xml, view);
            }
            xml.text("WebUrl", "https://practicemanager.xero.com/Client/" + client.number() + "/Detail");
        });
    }

    private static boolean shows(Depth depth, ClientElement element) {
        return switch (depth) {
            case THIN -> THIN.contains(element);
            case PLAIN, DETAILED -> true;
            case DETAILED_WITHOUT_TAX -> !element.isOfTaxBlock();
        };
    }

    private static void around(XmlWriter xml, ClientView view) throws XMLStreamException {
        xml.text("Notes", "").element("Groups", () -> {
            for (var group : view.groups()) {
                xml.element("Group", () -> xml.text("UUID", group.id()).text("Name", group.name()));
            }
        });
        xml.element("Relationships", () -> {
            for (var relationship : view.relationships()) {
                RelationshipXml.write(
                        xml,
                        "Relationship",
                        view.organisation(),
                        relationship,
                        view.client().id(),
                        view.mirrorSharesId());
            }
        });
    }

    private static void element(XmlWriter xml, Organisation organisation, ClientElement element, @Nullable String value)
            throws XMLStreamException {
        String shown = value == null ? element.unset() : value;
        if (shown == null) {
            return;
        }
        String name = element.wireName();
        switch (element.form()) {
            case DATE -> xml.text(name, shown + "T00:00:00");
            case TAX_NUMBER -> xml.text(name, masked(shown));
            case STAFF -> reference(xml, name, shown, staffName(organisation, shown));
            case CLIENT -> reference(xml, name, shown, clientName(organisation, shown));
            case AUTO_BAS ->
                xml.element(name, () -> {
                    for (String choice : AUTO_BAS) {
                        xml.yesNo(choice, choice.equals(shown));
                    }
                });
            case NAME, TEXT, YES_NO, MONTH, GST_PERIOD, STRUCTURE, READ_ONLY -> xml.text(name, shown);
        }
    }

    static void reference(XmlWriter xml, String element, String id, String name) throws XMLStreamException {
        xml.element(element, () -> xml.text("UUID", id).text("Name", name));
    }

    static String clientName(Organisation organisation, String id) {
        return Optional.ofNullable(organisation.client(id)).map(Client::name).orElse("");
    }

    private static String staffName(Organisation organisation, String id) {
        return organisation.profile().staff().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .map(StaffMember::name)
                .orElse("");
    }

    private static String masked(String number) {
        int hidden = Math.max(0, number.length() - 3);
        return "*".repeat(hidden) + number.substring(hidden);
    }
}

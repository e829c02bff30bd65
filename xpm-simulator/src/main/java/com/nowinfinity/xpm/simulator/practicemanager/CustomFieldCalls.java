package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.CustomField;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/** Custom fields: one call for each client, both ways. */
final class CustomFieldCalls {

    private static final List<String> ELSEWHERE =
            List.of("UseContact", "UseSupplier", "UseJob", "UseLead", "UseJobTask", "UseJobCost", "UseJobTime");

    private CustomFieldCalls() {}

    static Outcome definitions(Organisation organisation, Call call) {
        return Outcome.read(
                CustomField.values().length + " definitions read",
                () -> Envelope.ok(
                        call.apiMethod(),
                        xml -> xml.element("CustomFieldDefinitions", () -> {
                            for (CustomField field : CustomField.values()) {
                                xml.element("CustomFieldDefinition", () -> definition(xml, field));
                            }
                        })));
    }

    private static void definition(XmlWriter xml, CustomField field) throws XMLStreamException {
        xml.text("UUID", field.id())
                .text("Name", field.label())
                .text("Type", field.type())
                .text("LinkUrl", "")
                .text("Options", "")
                .text("UseClient", "true");
        for (String use : ELSEWHERE) {
            xml.text(use, "false");
        }
        xml.text("ValueElement", field.valueElement());
    }

    /** Only what is filled. */
    static Outcome values(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.id());
        Map<CustomField, String> values = organisation.customFieldsOf(client.id());
        return Outcome.read(
                "custom fields read " + client.id(),
                () -> Envelope.ok(
                        call.apiMethod(),
                        xml -> xml.element("CustomFields", () -> {
                            for (Map.Entry<CustomField, String> value : values.entrySet()) {
                                CustomField field = value.getKey();
                                xml.element(
                                        "CustomField",
                                        () -> xml.text("UUID", field.id())
                                                .text("Name", field.label())
                                                .text(field.valueElement(), value.getValue()));
                            }
                        })));
    }

    /** An empty value clears, an unchecked box as well; what is not mentioned stays. */
    static Outcome update(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.id());
        Map<CustomField, String> values = new EnumMap<>(CustomField.class);
        values.putAll(organisation.customFieldsOf(client.id()));
        List<XmlNode> written =
                new ArrayList<>(call.body("CustomFields").all("CustomField").toList());
        for (XmlNode node : written) {
            CustomField field = CustomField.of(node.textOrEmpty("UUID"))
                    .orElseThrow(() -> new RefusedException("Invalid customfield identifier"));
            values.put(field, value(field, node.textOrEmpty(field.valueElement())));
        }
        values.values().removeIf(String::isEmpty);
        return new Outcome(
                ModifiedToo.by(
                        Reading.CUSTOM_FIELDS_MODIFY,
                        organisation,
                        call,
                        new Change.CustomFieldsPut(client.id(), values),
                        List.of(client.id())),
                "custom fields updated " + client.id(),
                () -> Envelope.ok(call.apiMethod()));
    }

    private static String value(CustomField field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (field) {
            case REFERENCE -> text;
            case REVIEW -> {
                LocalDate day = Objects.requireNonNull(Dates.day(text, field.label()));
                yield day + "T00:00:00";
            }
            case FEE -> decimal(field, text);
            case NEWSLETTER -> text.equalsIgnoreCase("true") ? "true" : "";
        };
    }

    private static String decimal(CustomField field, String text) {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException invalid) {
            throw new RefusedException("Invalid value for " + field.label());
        }
    }
}

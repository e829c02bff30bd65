package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a Client request, refuses what XPM would refuse, ignores what it does not know. */
final class ClientForm {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> GST_PERIODS = Map.of("1", "Monthly", "2", "2 Monthly", "6", "6 Monthly");

    private final Organisation organisation;
    private final @Nullable String clientId;
    private final Conventions conventions;

    /** @param clientId whom it is about; null for one that is being added */
    ClientForm(Organisation organisation, @Nullable String clientId, Conventions conventions) {
        this.organisation = organisation;
        this.clientId = clientId;
        this.conventions = conventions;
    }

    /** The values it would set; empty ones clear. */
    Map<ClientElement, String> read(XmlNode client) {
        Map<ClientElement, String> values = new EnumMap<>(ClientElement.class);
        for (XmlNode child : client.children()) {
            ClientElement element = ClientElement.ofRequestName(child.name());
            if (element != null && element.form() != ClientElement.Form.READ_ONLY) {
                values.put(element, read(element, child));
            }
        }
        return values;
    }

    private String read(ClientElement element, XmlNode node) {
        String text = node.text();
        if (text.isEmpty() && element.form() != ClientElement.Form.AUTO_BAS) {
            return "";
        }
        return switch (element.form()) {
            case NAME, TEXT -> text;
            case DATE -> {
                LocalDate day = Dates.birth(text, element.wireName(), conventions.birthDates());
                yield day == null ? "" : day.toString();
            }
            case YES_NO -> yesNo(element, text);
            case MONTH -> month(text);
            case GST_PERIOD -> known(GST_PERIODS.get(text), "Invalid GST period");
            case TAX_NUMBER -> taxNumber(text);
            case STRUCTURE -> structure(text);
            case STAFF -> staff(text);
            case CLIENT -> known(organisation.client(text) == null ? null : text, "Invalid billing client identifier");
            case AUTO_BAS ->
                node.children().stream()
                        .filter(choice -> choice.text().equals("Yes"))
                        .findFirst()
                        .map(XmlNode::name)
                        .orElse("");
            case READ_ONLY -> "";
        };
    }

    private static String yesNo(ClientElement element, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> "Yes";
            case "no", "false" -> "No";
            default -> throw new RefusedException("Invalid value for " + element.wireName() + ": Yes or No expected");
        };
    }

    private static String month(String text) {
        int byName = MONTHS.indexOf(text.toLowerCase(Locale.ROOT)) + 1;
        if (byName > 0) {
            return String.valueOf(byName);
        }
        return known(text.matches("[1-9]|1[0-2]") ? text : null, "Invalid balance month");
    }

    private String taxNumber(String text) {
        String digits = text.replace(" ", "");
        if (!TaxFileNumber.isValid(digits)) {
            throw new RefusedException("Invalid tax number");
        }
        boolean used = organisation.clients().stream()
                .filter(other -> !other.isDeleted() && !other.id().equals(clientId))
                .anyMatch(other -> digits.equals(digitsOf(other)));
        if (used) {
            throw new RefusedException("A client with this tax number already exists");
        }
        return digits;
    }

    private static String digitsOf(Client client) {
        return client.elements().getOrDefault(ClientElement.TAX_NUMBER, "").replace(" ", "");
    }

    private String structure(String text) {
        return known(organisation.profile().structures().contains(text) ? text : null, "Invalid business structure");
    }

    private String staff(String text) {
        boolean known = organisation.profile().staff().stream()
                .anyMatch(member -> member.id().equals(text));
        return known(known ? text : null, "Invalid staff identifier");
    }

    private static String known(@Nullable String value, String otherwise) {
        if (value == null) {
            throw new RefusedException(otherwise);
        }
        return value;
    }
}

package com.nowinfinity.xpm.report.flags;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.discrepancy.ReadingOrder;
import com.nowinfinity.xpm.report.discrepancy.ReportSection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which pins an entity gets. What a person accepted is not pinned. */
final class Flags {

    /** In the order in which they are shown. */
    private enum Pin {
        NOT_FOUND("not-found-in-xpm", "Not found in XPM"),
        ARCHIVED("archived-in-xpm", "Archived in XPM"),
        PROSPECT("prospect-in-xpm", "Only a prospect in XPM"),
        AMBIGUOUS("ambiguous", "Link or number in doubt"),
        NUMBER("number-differs", "Number missing or wrong in XPM"),
        STATE("state-differs", "State differs in XPM"),
        ASIC_DUE("asic-change-due", "A change is due at ASIC"),
        ADDRESS("address-differs", "Address differs in XPM"),
        ROLE("role-differs", "Roles or shares differ in XPM"),
        OTHER("differs", "Differs from XPM");

        private final String code;
        private final String text;

        Pin(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    private Flags() {}

    static List<Flag> of(Optional<String> linkedClient, boolean waiting, List<Discrepancy> ofEntity) {
        List<Flag> flags = new ArrayList<>();
        linkedClient.ifPresent(clientId -> flags.add(new Flag("linked", "Linked to XPM", 0, clientId)));
        if (waiting) {
            flags.add(new Flag("waiting", "Waits for a decision", 0, null));
        }
        Map<Pin, Integer> counts = new EnumMap<>(Pin.class);
        ofEntity.stream()
                .filter(discrepancy -> discrepancy.stands() && discrepancy.state() != DiscrepancyState.ACCEPTED)
                .flatMap(Flags::pins)
                .forEach(pin -> counts.merge(pin, 1, Integer::sum));
        counts.forEach((pin, count) -> flags.add(new Flag(pin.code, pin.text, count, null)));
        return flags;
    }

    /** What is due at ASIC is pinned as that, and as the address or role that it is besides. */
    private static Stream<Pin> pins(Discrepancy discrepancy) {
        Pin pin = pin(discrepancy, ReadingOrder.section(discrepancy));
        Pin besides = pin(discrepancy, ReadingOrder.subject(discrepancy));
        return pin == Pin.ASIC_DUE && besides != Pin.OTHER
                ? Stream.of(pin, besides).distinct()
                : Stream.of(pin);
    }

    private static Pin pin(Discrepancy discrepancy, ReportSection section) {
        return switch (discrepancy.kind()) {
            case "missing-in-xpm" -> Pin.NOT_FOUND;
            case "archived-in-xpm" -> Pin.ARCHIVED;
            case "prospect-in-xpm" -> Pin.PROSPECT;
            case "number-invalid", "number-missing", "trustee-number-on-trust" -> Pin.NUMBER;
            case "ambiguous-match", "link-contradicted", "duplicate-in-xpm" -> Pin.AMBIGUOUS;
            default ->
                switch (section) {
                    case FOR_ASIC -> Pin.ASIC_DUE;
                    case ADDRESSES -> Pin.ADDRESS;
                    case ROLES_AND_SHARES -> Pin.ROLE;
                    case STATE -> Pin.STATE;
                    case LINKS_AND_NUMBERS,
                            MISSING_IN_XPM,
                            MISSING_IN_NOWINFINITY,
                            NAMES_AND_STRUCTURE,
                            CONTACTS,
                            OTHER -> Pin.OTHER;
                };
        };
    }
}

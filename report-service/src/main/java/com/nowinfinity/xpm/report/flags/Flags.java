package com.nowinfinity.xpm.report.flags;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.discrepancy.ReadingOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                .forEach(discrepancy -> counts.merge(pin(discrepancy), 1, Integer::sum));
        counts.forEach((pin, count) -> flags.add(new Flag(pin.code, pin.text, count, null)));
        return flags;
    }

    private static Pin pin(Discrepancy discrepancy) {
        return switch (discrepancy.kind()) {
            case "missing-in-xpm" -> Pin.NOT_FOUND;
            case "archived-in-xpm" -> Pin.ARCHIVED;
            case "prospect-in-xpm" -> Pin.PROSPECT;
            case "number-invalid", "number-missing", "trustee-number-on-trust" -> Pin.NUMBER;
            case "ambiguous-match", "link-contradicted", "duplicate-in-xpm" -> Pin.AMBIGUOUS;
            default ->
                switch (ReadingOrder.section(discrepancy)) {
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

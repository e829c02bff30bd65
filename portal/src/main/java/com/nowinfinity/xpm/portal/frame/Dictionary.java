package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.TrustKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call codes on the pages, where that is not simply the code's own word. */
final class Dictionary {

    /** What only the portal's pages say; for the rest {@link com.nowinfinity.xpm.events.InWords} is the dictionary. */
    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("TRUST.OTHER", "Other trust"),
            Map.entry("TRUST.TESTAMENTARY", "Testamentary trust or estate"),
            Map.entry("INDIVIDUALS", "Individuals, sole traders, partnerships and others"),
            Map.entry("RECORDED", "Recorded, not sent"),
            Map.entry("PARKED", "Waits for a decision"),
            Map.entry("entity-changed", "Changed in NowInfinity"),
            Map.entry("entity-synced", "Outcome in XPM"),
            Map.entry("document-created", "Document created"));

    /** What may stand as a value of a whole record: states and kinds of entities. */
    private static final Set<String> CODES = Stream.<Enum<?>[]>of(
                    EntityStatus.values(), EntityKind.values(), TrustKind.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private Dictionary() {}

    static boolean isCode(String value) {
        return CODES.contains(value);
    }
}

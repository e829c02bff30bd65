package com.nowinfinity.xpm.connector.labels;

import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.TrustKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A business structure that labels can be given to: an entity kind, or one sort of trust.
 *
 * @param name as {@code COMPANY} or {@code TRUST.UNIT}
 * @param family structures of one family may share a label, others may not
 * @param initial what XPM calls it unless the practice says otherwise; empty means not handled
 */
record Structure(String name, String family, String initial) {

    private static final Map<EntityKind, String> INITIAL = Map.of(
            EntityKind.COMPANY, "Company",
            EntityKind.TRUST, "Trust",
            EntityKind.SUPER_FUND, "Superannuation Fund",
            EntityKind.INDIVIDUAL, "Individual",
            EntityKind.PARTNERSHIP, "Partnership",
            EntityKind.SOLE_TRADER, "Sole Trader");

    private static final Map<String, Structure> ALL = Stream.of(EntityKind.values())
            .filter(kind -> kind != EntityKind.UNKNOWN)
            .flatMap(Structure::of)
            .collect(
                    Collectors.toMap(Structure::name, structure -> structure, (one, other) -> one, LinkedHashMap::new));

    static @Nullable Structure named(String name) {
        return ALL.get(name);
    }

    static List<Structure> all() {
        return List.copyOf(ALL.values());
    }

    /** Listed before the practice says anything; a sort of trust is once it is named, until then it goes by the trusts' labels. */
    boolean isAlwaysListed() {
        return !name.contains(".");
    }

    private static Stream<Structure> of(EntityKind kind) {
        Structure whole = new Structure(kind.name(), family(kind), INITIAL.getOrDefault(kind, ""));
        Stream<Structure> sorts = kind == EntityKind.TRUST
                ? Stream.of(TrustKind.values())
                        .filter(sort -> sort != TrustKind.UNKNOWN)
                        .map(sort -> new Structure(kind + "." + sort, kind.name(), ""))
                : Stream.of();
        return Stream.concat(Stream.of(whole), sorts);
    }

    private static String family(EntityKind kind) {
        boolean oneHuman = kind == EntityKind.INDIVIDUAL || kind == EntityKind.SOLE_TRADER;
        return oneHuman ? "PERSON" : kind.name();
    }
}

package com.nowinfinity.xpm.portal.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /labels}, as the contract has it. */
record Labels(List<Row> structures, @Nullable List<String> seenInXpm) {

    /** Sorts of trusts are listed only once they have a label, and can be given one all the same. */
    private static final List<String> SORTS =
            List.of("TRUST.DISCRETIONARY", "TRUST.UNIT", "TRUST.HYBRID", "TRUST.TESTAMENTARY", "TRUST.OTHER");

    /** One structure's labels, separated by commas. */
    record Row(String structure, @Nullable String labels) {}

    /** What XPM's clients carry and no structure has. */
    public List<String> unknown() {
        List<String> known = structures.stream()
                .flatMap(row -> Arrays.stream((row.labels() == null ? "" : row.labels()).split(",", -1)))
                .map(Labels::plain)
                .toList();
        return seenInXpm == null
                ? List.of()
                : seenInXpm.stream()
                        .filter(seen -> !known.contains(plain(seen)))
                        .toList();
    }

    /** The structure that a label most likely means; empty where that is a person's to say. */
    public String likely(String label) {
        return LikelyStructure.of(label).orElse("");
    }

    /** What a label can be given to: the structures of the list, and the sorts of trusts after the trusts. */
    public List<String> choices() {
        return structures.stream()
                .map(Row::structure)
                .flatMap(structure -> structure.equals("TRUST")
                        ? Stream.concat(Stream.of(structure), SORTS.stream())
                        : Stream.of(structure))
                .distinct()
                .toList();
    }

    /** The same with one label more at the end of a structure's list. */
    Labels with(String structure, String label) {
        Stream<Row> listed =
                structures.stream().map(row -> row.structure().equals(structure) ? added(row, label) : row);
        boolean isListed = structures.stream().anyMatch(row -> row.structure().equals(structure));
        return new Labels(
                (isListed ? listed : Stream.concat(listed, Stream.of(new Row(structure, label)))).toList(), null);
    }

    private static Row added(Row row, String label) {
        String before = row.labels() == null ? "" : row.labels().strip();
        return new Row(row.structure(), before.isEmpty() ? label : before + ", " + label);
    }

    private static String plain(String label) {
        return label.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }
}

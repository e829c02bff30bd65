package com.nowinfinity.xpm.portal.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /labels}, as the contract has it. */
record Labels(List<Row> structures, @Nullable List<String> seenInXpm) {

    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "company", "COMPANY",
            "pty", "COMPANY",
            "trust", "TRUST",
            "estate", "TRUST",
            "super", "SUPER_FUND",
            "fund", "SUPER_FUND",
            "individual", "INDIVIDUAL",
            "person", "INDIVIDUAL",
            "partner", "PARTNERSHIP",
            "sole", "SOLE_TRADER"));

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

    /** The structure that a label most likely means, by its words; a person decides. */
    public String likely(String label) {
        String words = plain(label);
        return WORDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("OTHER");
    }

    /** The same with one label more at the end of a structure's list. */
    Labels with(String structure, String label) {
        return new Labels(
                structures.stream()
                        .map(row -> row.structure().equals(structure) ? added(row, label) : row)
                        .toList(),
                null);
    }

    private static Row added(Row row, String label) {
        String before = row.labels() == null ? "" : row.labels().strip();
        return new Row(row.structure(), before.isEmpty() ? label : before + ", " + label);
    }

    private static String plain(String label) {
        return label.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }
}

package com.nowinfinity.xpm.portal.settings;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a label most likely stands for, by whole words of it. One that could stand for several, or none, is nobody's. */
final class LikelyStructure {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "COMPANY", Set.of("company", "companies", "pty", "ltd", "limited", "corporation"),
            "TRUST", Set.of("trust", "trusts", "discretionary", "hybrid"),
            "TRUST.UNIT", Set.of("unit trust", "unit trusts"),
            "TRUST.TESTAMENTARY", Set.of("estate", "estates", "testamentary"),
            "SUPER_FUND", Set.of("super", "superannuation", "smsf", "smsfs", "superfund"),
            "INDIVIDUAL", Set.of("individual", "individuals", "person", "persons"),
            "PARTNERSHIP", Set.of("partnership", "partnerships"),
            "SOLE_TRADER", Set.of("sole trader", "sole traders", "sole proprietor", "self employed", "selfemployed"),
            "OTHER", Set.of("association", "associations", "club", "charity", "society", "church"));

    private LikelyStructure() {}

    /** As {@code TRUST.UNIT}; empty where only a person can say. */
    static Optional<String> of(String label) {
        String words = " " + plain(label) + " ";
        Set<String> meant = WORDS.entrySet().stream()
                .filter(structure -> structure.getValue().stream().anyMatch(word -> words.contains(" " + word + " ")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        // A unit trust is a trust as well: the narrower one says more.
        if (meant.stream().anyMatch(structure -> structure.startsWith("TRUST."))) {
            meant.remove("TRUST");
        }
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** {@code S.M.S.F.} is {@code smsf}, {@code Self-employed} two words. */
    private static String plain(String label) {
        List<String> words = Arrays.asList(label.toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .split(" ", -1));
        // S M S F, letter by letter
        boolean spelled = words.size() > 1 && words.stream().allMatch(word -> word.length() == 1);
        return String.join(spelled ? "" : " ", words);
    }
}

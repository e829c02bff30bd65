package com.nowinfinity.xpm.connector.labels;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.events.StructureLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a practice calls each structure in XPM: per structure a list of labels, separated by commas when written; all are
 * recognised without case, the first is written. An empty list means that the structure is not handled.
 */
public final class Labels {

    private static final int LONGEST = 100;
    private static final int MOST = 50;

    private final Map<String, List<String>> byStructure;

    private Labels(Map<String, List<String>> byStructure) {
        this.byStructure = byStructure;
    }

    /** What holds until the practice says otherwise. */
    public static Labels initial() {
        Map<String, List<String>> initial = new LinkedHashMap<>();
        Structure.all().stream()
                .filter(Structure::isAlwaysListed)
                .forEach(structure -> initial.put(
                        structure.name(), structure.initial().isEmpty() ? List.of() : List.of(structure.initial())));
        return new Labels(initial);
    }

    /** What was stored; a structure of a newer version is kept as it is. */
    public static Labels stored(List<StructureLabels> stored) {
        Map<String, List<String>> labels = new LinkedHashMap<>(initial().byStructure);
        stored.forEach(row -> labels.put(row.getStructure(), split(row.getLabels())));
        return new Labels(labels);
    }

    /**
     * These labels with the given structures' lists in place of their own; structures that are not given keep theirs.
     *
     * @throws ProblemException where a structure is unknown or named twice, or a label serves two kinds of thing
     */
    public Labels with(List<StructureLabels> given) {
        Map<String, List<String>> labels = new LinkedHashMap<>(byStructure);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "structures[" + i + "]";
            String structure = given.get(i).getStructure();
            if (Structure.named(structure) == null) {
                throw ProblemException.invalidField("invalid-field", at + ".structure", "no structure that is known");
            }
            if (!named.add(structure)) {
                throw ProblemException.invalidField("invalid-field", at + ".structure", "named twice");
            }
            labels.put(structure, checked(split(given.get(i).getLabels()), at + ".labels"));
        }
        Labels changed = new Labels(labels);
        changed.refuseAmbiguous();
        return changed;
    }

    /** In the order of the kinds; the sorts of trusts stand after the trusts. */
    public List<StructureLabels> rows() {
        Map<String, List<String>> rest = new TreeMap<>(byStructure);
        List<StructureLabels> rows = new ArrayList<>();
        for (Structure structure : Structure.all()) {
            List<String> labels = rest.remove(structure.name());
            if (labels != null) {
                rows.add(new StructureLabels(structure.name(), String.join(", ", labels)));
            }
        }
        rest.forEach((structure, labels) -> rows.add(new StructureLabels(structure, String.join(", ", labels))));
        return rows;
    }

    private void refuseAmbiguous() {
        Map<String, Structure> owners = new HashMap<>();
        byStructure.forEach((name, labels) -> {
            Structure structure = Structure.named(name);
            if (structure == null) {
                return;
            }
            for (String label : labels) {
                Structure other = owners.putIfAbsent(label.toLowerCase(Locale.ROOT), structure);
                if (other != null && !other.family().equals(structure.family())) {
                    throw ProblemException.invalidField(
                            "label-ambiguous",
                            "structures",
                            "the label \"%s\" cannot mean both %s and %s".formatted(label, other.name(), name));
                }
            }
        });
    }

    private static List<String> checked(List<String> labels, String at) {
        if (labels.size() > MOST) {
            throw ProblemException.invalidField("invalid-field", at, "at most " + MOST + " labels");
        }
        for (String label : labels) {
            if (label.length() > LONGEST || label.chars().anyMatch(Character::isISOControl)) {
                throw ProblemException.invalidField(
                        "invalid-field",
                        at,
                        "a label has at most " + LONGEST + " characters, none of them a control character");
            }
        }
        return labels;
    }

    private static List<String> split(String labels) {
        Set<String> seen = new HashSet<>();
        return Arrays.stream(labels.split(",", -1))
                .map(label -> label.strip().replaceAll(" +", " "))
                .filter(label -> !label.isEmpty() && seen.add(label.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && rows().equals(labels.rows());
    }

    @Override
    public int hashCode() {
        return rows().hashCode();
    }

    @Override
    public String toString() {
        return rows().toString();
    }
}

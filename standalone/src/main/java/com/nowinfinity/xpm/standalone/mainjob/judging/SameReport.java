package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Whether two reports on a practice in which nothing has happened say the same: row by row, in the same order. */
public final class SameReport {

    /** A row is not new any more, and the interval in which it has not changed goes on. */
    private static final Set<String> PASSING = Set.of("state", "until");

    private static final int MOST_TOLD = 5;

    private SameReport() {}

    /**
     * What differs, one sentence each; some of it, when it is much.
     *
     * @param first a report as JSON
     * @param second the one of the next run
     */
    public static List<String> differences(JsonNode first, JsonNode second) {
        List<JsonNode> before = first.path("discrepancies").valueStream().toList();
        List<JsonNode> after = second.path("discrepancies").valueStream().toList();
        if (before.size() != after.size()) {
            return List.of("A report has %d rows, and %d when nothing has happened since."
                    .formatted(before.size(), after.size()));
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < before.size() && differences.size() < MOST_TOLD; i++) {
            differences.addAll(row(before.get(i), after.get(i)));
        }
        return differences;
    }

    private static List<String> row(JsonNode before, JsonNode after) {
        String id = before.path("id").asString();
        if (!id.equals(after.path("id").asString())) {
            return List.of("Row %s stands where %s stood before, though nothing has happened."
                    .formatted(Finding.of(after), Finding.of(before)));
        }
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.removeAll(PASSING);
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> "The %s of %s was %s and is %s, though nothing has happened."
                        .formatted(name, Finding.of(before), before.get(name), after.get(name)))
                .toList();
    }
}

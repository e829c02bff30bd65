package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a report says of just those rows by when ASIC must hear of them, and the day that the law gives. */
public final class DueRows {

    private static final int DAYS = 28;

    private DueRows() {}

    /**
     * What is wrong, one sentence each.
     *
     * @param report as JSON
     * @param forAsic what ASIC must hear of, all of which came up since yesterday
     * @param today by the clock of Greenwich; companies may be a day ahead
     */
    public static List<String> problems(JsonNode report, List<Finding> forAsic, LocalDate today) {
        List<JsonNode> due = report.path("discrepancies")
                .valueStream()
                .filter(row -> row.path("dueDate").isString())
                .toList();
        List<Finding> rows = due.stream().map(Finding::of).toList();
        List<String> problems = new ArrayList<>();
        forAsic.stream()
                .filter(expected -> rows.stream().noneMatch(expected::isSeenIn))
                .forEach(expected -> problems.add("The report does not say by when ASIC must hear of " + expected));
        rows.stream()
                .filter(row -> forAsic.stream().noneMatch(expected -> expected.isSeenIn(row)))
                .forEach(row -> problems.add("The report says that ASIC must hear of " + row));
        Set<LocalDate> days = Set.of(today.plusDays(DAYS), today.plusDays(DAYS + 1));
        due.stream()
                .filter(row ->
                        !days.contains(LocalDate.parse(row.path("dueDate").asString())))
                .forEach(row -> problems.add("ASIC is to hear of %s by %s, which is not in %d days"
                        .formatted(Finding.of(row), Objects.toString(row.get("dueDate")), DAYS)));
        return problems;
    }
}

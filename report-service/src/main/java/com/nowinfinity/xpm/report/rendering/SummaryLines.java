package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.FieldNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sentences of a report's summary; the same in every format that is read by people. */
final class SummaryLines {

    private SummaryLines() {}

    static List<String> of(ReportHead head, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (head.rows() == 0) {
            lines.add("Nothing differs: there is no row in this report.");
        }
        for (ReportSummary.Due due : head.summary().dueFirst()) {
            lines.add(sentence(due, LocalDate.ofInstant(head.createdAt(), zone)));
        }
        long notHeld = head.summary().notHeld();
        if (notHeld > 0) {
            lines.add(("%d relationships have no type in XPM (alternate directors, unit holders, protectors, guardians)"
                            + " and are not compared.")
                    .formatted(notHeld));
        }
        if (!head.refreshed().isEmpty()) {
            lines.add("Refresh data took contact fields of %d clients into NowInfinity: %s."
                    .formatted(head.refreshed().size(), byField(head)));
        }
        return lines;
    }

    private static String sentence(ReportSummary.Due due, LocalDate made) {
        String companies = due.concerns().isEmpty() ? "" : " (" + String.join("; ", due.concerns()) + ")";
        LocalDate day = due.dueDate();
        String left = day == null ? "no due date known" : left(ChronoUnit.DAYS.between(made, day), day);
        return "For ASIC: %s%s, %s: %s."
                .formatted(due.who(), companies, Objects.requireNonNullElse(due.what(), "change"), left);
    }

    private static String left(long days, LocalDate day) {
        return days < 0
                ? "%d days overdue since %s".formatted(-days, Spoken.day(day))
                : "%d days left until %s".formatted(days, Spoken.day(day));
    }

    private static String byField(ReportHead head) {
        Map<String, Long> counts = head.refreshed().stream()
                .flatMap(taken -> taken.fields().stream())
                .collect(Collectors.groupingBy(
                        field -> Objects.requireNonNullElse(FieldNames.of(field, Map.of()), field),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }
}

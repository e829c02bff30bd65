package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.ReadingOrder;
import com.nowinfinity.xpm.report.discrepancy.ReportSection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says in short, beside its counts by kind.
 *
 * @param sections discrepancies by the titles of the report's parts, in their order
 * @param dueFirst what ASIC must hear of, the most urgent first; a few of them
 * @param run what the run counted: clients, entities, matched, and what XPM has no place for
 */
public record ReportSummary(List<Count> sections, List<Due> dueFirst, List<Count> run) {

    public static final ReportSummary NONE = new ReportSummary(List.of(), List.of(), List.of());

    private static final int MOST_DUE = 5;
    private static final String NOT_HELD = "not-held-in-xpm";

    /**
     * A change that ASIC must hear of.
     *
     * @param concerns names of the companies
     */
    public record Due(
            String who, @Nullable String what, @Nullable LocalDate dueDate, List<String> concerns) {

        public Due {
            concerns = List.copyOf(concerns);
        }

        static Due of(Discrepancy row) {
            String name = row.entityName() == null ? row.clientName() : row.entityName();
            return new Due(name == null ? "" : name, row.fieldName(), row.dueDate(), row.concerns());
        }
    }

    public ReportSummary {
        sections = List.copyOf(sections);
        dueFirst = List.copyOf(dueFirst);
        run = List.copyOf(run);
    }

    /** @param rows in reading order, so that what is due first comes first */
    public static ReportSummary of(List<Discrepancy> rows, Collection<Count> run) {
        Map<ReportSection, Long> bySection = new EnumMap<>(ReportSection.class);
        rows.forEach(row -> bySection.merge(ReadingOrder.section(row), 1L, Long::sum));
        return new ReportSummary(
                bySection.entrySet().stream()
                        .map(section -> new Count(section.getKey().title(), section.getValue()))
                        .toList(),
                rows.stream()
                        .filter(row -> ReadingOrder.section(row) == ReportSection.FOR_ASIC)
                        .limit(MOST_DUE)
                        .map(Due::of)
                        .toList(),
                List.copyOf(run));
    }

    /** How many relationships XPM has no type for; they are in no row. */
    long notHeld() {
        return run.stream()
                .filter(count -> count.getName().equals(NOT_HELD))
                .mapToLong(Count::getCount)
                .sum();
    }
}

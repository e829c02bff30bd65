package com.nowinfinity.xpm.report.discrepancy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order of a report, as an accountant reads it: by section, the graver first, what is due sooner first, then by
 * name. Complete, so that the same rows always come in the same order.
 */
public final class ReadingOrder {

    public static final Comparator<Discrepancy> INSTANCE = comparing(ReadingOrder::section)
            .thenComparing(Discrepancy::severity, Comparator.reverseOrder())
            .thenComparing(Discrepancy::dueDate, nullsLast(naturalOrder()))
            .thenComparing(ReadingOrder::name)
            .thenComparing(Discrepancy::kind)
            .thenComparing(Discrepancy::field, nullsLast(naturalOrder()))
            .thenComparing(Discrepancy::id);

    private ReadingOrder() {}

    /** What has a day at ASIC stands with it; else a field says better than "field differs" where a row belongs. */
    public static ReportSection section(Discrepancy discrepancy) {
        boolean isDue = discrepancy.dueDate() != null
                || DiscrepancyKind.of(discrepancy.kind())
                        .filter(DiscrepancyKind.ASIC_CHANGE_DUE::equals)
                        .isPresent();
        return isDue ? ReportSection.FOR_ASIC : subject(discrepancy);
    }

    /** What differs, whether or not ASIC has to hear of it. */
    public static ReportSection subject(Discrepancy discrepancy) {
        ReportSection ofKind = DiscrepancyKind.of(discrepancy.kind())
                .map(DiscrepancyKind::section)
                .orElse(ReportSection.OTHER);
        String field = discrepancy.field();
        boolean saysNothing = ofKind == ReportSection.OTHER || ofKind == ReportSection.FOR_ASIC;
        return saysNothing && field != null ? FieldPath.section(field) : ofKind;
    }

    private static String name(Discrepancy discrepancy) {
        return first(discrepancy.entityName(), discrepancy.clientName()).toLowerCase(Locale.ROOT);
    }

    private static String first(@Nullable String entityName, @Nullable String clientName) {
        if (entityName != null) {
            return entityName;
        }
        return clientName == null ? "" : clientName;
    }
}

package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.rendering.SheetForm;
import com.nowinfinity.xpm.report.resolutions.Refusal;
import com.nowinfinity.xpm.report.resolutions.Wish;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What would be asked for by a filled workbook, and why the rest of its rows would not.
 *
 * @param accepted in the workbook's order
 * @param refused likewise
 */
record WorkbookReview(List<Row> accepted, List<RefusedRow> refused) {

    /** A row that can be asked for. */
    record Row(String sheet, int row, Wish wish) {}

    /**
     * A row that cannot.
     *
     * @param action as it was filled in
     * @param code stable: those of {@link Refusal}, and {@code unknown-action}, {@code unknown-row}, {@code edited},
     *     {@code until-malformed}, {@code reason-too-long}
     */
    record RefusedRow(String sheet, int row, String id, String action, String code, String reason) {}

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_SHOWN = 100;

    WorkbookReview {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /**
     * @param given rows of the report as it was given out, by id
     * @param refusals of wishes, as the ledger stands
     */
    static WorkbookReview of(
            List<FilledRow> rows, Map<String, Discrepancy> given, Function<List<Wish>, List<Refusal>> refusals) {
        List<Row> accepted = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (FilledRow row : rows) {
            Optional<DiscrepancyAction> action = SheetForm.action(row.action());
            RefusedRow refusal = refusal(row, action, given.get(row.id()));
            if (refusal != null) {
                refused.add(refusal);
            } else {
                String seen = Objects.requireNonNull(given.get(row.id())).seen();
                accepted.add(new Row(row.sheet(), row.row(), wish(row, action.orElseThrow(), seen)));
            }
        }
        Map<String, Refusal> byId = new HashMap<>();
        refusals.apply(accepted.stream().map(Row::wish).toList()).forEach(refusal -> byId.put(refusal.id(), refusal));
        List<Row> left = new ArrayList<>();
        for (Row row : accepted) {
            Refusal refusal = byId.get(row.wish().id());
            if (refusal == null) {
                left.add(row);
            } else {
                refused.add(new RefusedRow(
                        row.sheet(),
                        row.row(),
                        row.wish().id(),
                        row.wish().action().name(),
                        refusal.code(),
                        refusal.reason()));
            }
        }
        return new WorkbookReview(left, refused);
    }

    private static @Nullable RefusedRow refusal(
            FilledRow row, Optional<DiscrepancyAction> action, @Nullable Discrepancy given) {
        if (given == null) {
            return refused(row, "unknown-row", "The report has no row with this id.");
        }
        if (action.isEmpty()) {
            return refused(row, "unknown-action", "There is no such action; choose one from the list of the cell.");
        }
        if (!SheetForm.isUnedited(given, row.nowInfinity(), row.xpm())) {
            return refused(
                    row,
                    "edited",
                    "A value of the row was edited. Change it in NowInfinity or XPM, not in the report.");
        }
        if (row.reason().length() > LONGEST_REASON) {
            return refused(row, "reason-too-long", "The reason is longer than " + LONGEST_REASON + " characters.");
        }
        return row.until().isEmpty() || day(row.until()) != null
                ? null
                : refused(row, "until-malformed", "The day until which it is accepted is no date.");
    }

    private static RefusedRow refused(FilledRow row, String code, String reason) {
        return new RefusedRow(row.sheet(), row.row(), shown(row.id()), shown(row.action()), code, reason);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Wish wish(FilledRow row, DiscrepancyAction action, String seen) {
        boolean accepts = action == DiscrepancyAction.ACCEPT;
        return new Wish(
                row.id(),
                action,
                action == DiscrepancyAction.LINK && !row.linkTo().isEmpty() ? row.linkTo() : null,
                accepts && !row.reason().isEmpty() ? row.reason() : null,
                accepts ? day(row.until()) : null,
                seen);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

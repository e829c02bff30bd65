package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A report held against the truth, row by row: each row of the truth is found by one row of the report, and what is
 * left over, a second row for the same thing among it, was invented.
 *
 * @param found planted and in the report
 * @param missed planted and not in it
 * @param invented rows that nobody planted
 * @param kinds the same by kind, in the order of their codes
 */
public record Judgement(
        int planted, int found, List<Finding> missed, List<Finding> invented, List<KindJudgement> kinds) {

    public static Judgement of(Truth truth, List<Finding> rows) {
        return of(truth.planted(), rows);
    }

    static Judgement of(List<Finding> planted, List<Finding> rows) {
        Map<Finding, Integer> exact = new HashMap<>();
        rows.forEach(row -> exact.merge(row, 1, Integer::sum));
        List<Finding> found = new ArrayList<>();
        List<Finding> missed = new ArrayList<>();
        List<Finding> vague = new ArrayList<>();
        for (Finding truth : planted) {
            if (exact.merge(truth, -1, Integer::sum) >= 0) {
                found.add(truth);
            } else {
                vague.add(truth);
            }
        }
        List<Finding> invented = new ArrayList<>();
        exact.forEach((row, count) -> {
            for (int i = 0; i < count; i++) {
                invented.add(row);
            }
        });
        for (Finding truth : vague) {
            invented.stream()
                    .filter(truth::isSeenIn)
                    .findFirst()
                    .ifPresentOrElse(
                            row -> {
                                invented.remove(row);
                                found.add(truth);
                            },
                            () -> missed.add(truth));
        }
        return new Judgement(
                planted.size(),
                found.size(),
                List.copyOf(missed),
                List.copyOf(invented),
                KindJudgement.of(planted, missed, invented));
    }
}

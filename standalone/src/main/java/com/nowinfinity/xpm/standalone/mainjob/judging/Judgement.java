package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.List;

/**
 * A report held against the truth.
 *
 * @param found planted and in the report
 * @param missed planted and not in it
 * @param invented rows that nobody planted
 */
public record Judgement(int planted, int found, List<Finding> missed, List<Finding> invented) {

    public static Judgement of(List<Finding> planted, List<Finding> rows) {
        List<Finding> missed = planted.stream()
                .filter(truth -> rows.stream().noneMatch(truth::isSeenIn))
                .toList();
        List<Finding> invented = rows.stream()
                .filter(row -> planted.stream().noneMatch(truth -> truth.isSeenIn(row)))
                .toList();
        return new Judgement(planted.size(), planted.size() - missed.size(), missed, invented);
    }
}

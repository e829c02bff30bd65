package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a report does on one kind of discrepancy. */
public record KindJudgement(String kind, int planted, int found, int missed, int invented) {

    static List<KindJudgement> of(List<Finding> planted, List<Finding> missed, List<Finding> invented) {
        Map<String, Long> plantedBy = count(planted);
        Map<String, Long> missedBy = count(missed);
        Map<String, Long> inventedBy = count(invented);
        TreeMap<String, Long> all = new TreeMap<>(plantedBy);
        inventedBy.keySet().forEach(kind -> all.putIfAbsent(kind, 0L));
        List<KindJudgement> kinds = new ArrayList<>();
        all.forEach((kind, count) -> {
            int missing = missedBy.getOrDefault(kind, 0L).intValue();
            kinds.add(new KindJudgement(
                    kind,
                    count.intValue(),
                    count.intValue() - missing,
                    missing,
                    inventedBy.getOrDefault(kind, 0L).intValue()));
        });
        return List.copyOf(kinds);
    }

    private static Map<String, Long> count(List<Finding> findings) {
        return findings.stream()
                .map(Finding::kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** For people, one line for each kind under a heading. */
    public static String table(List<KindJudgement> kinds) {
        String line = "  %-26s %8s %8s %8s %8s%n";
        StringBuilder table = new StringBuilder(line.formatted("kind", "planted", "found", "missed", "invented"));
        for (KindJudgement each : kinds) {
            table.append(line.formatted(each.kind, each.planted, each.found, each.missed, each.invented));
        }
        return table.toString().stripTrailing();
    }
}

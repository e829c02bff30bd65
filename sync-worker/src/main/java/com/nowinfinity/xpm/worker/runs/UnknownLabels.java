package com.nowinfinity.xpm.worker.runs;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.LABEL_UNKNOWN;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels of live clients that stand for nothing here: one row for each, however many clients have it (domain 4.6). */
final class UnknownLabels {

    private static final String FIELD = "kind:";

    private UnknownLabels() {}

    static List<FieldDifference> among(Stream<PracticeClient> clients, LabelSet labels) {
        // Case says nothing; of several spellings the one that sorts first stands for all.
        Map<String, List<String>> spellings = clients.map(
                        client -> client.registration().businessStructure())
                .map(label -> Objects.requireNonNullElse(Text.tidy(label), ""))
                .filter(label -> labels.kindsOf(label).isEmpty())
                .collect(Collectors.groupingBy(
                        label -> label.toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return spellings.values().stream().map(UnknownLabels::row).toList();
    }

    private static FieldDifference row(List<String> spellings) {
        String label = spellings.stream().min(String::compareTo).orElseThrow();
        String clients = spellings.size() == 1 ? "1 client" : spellings.size() + " clients";
        return FieldDifference.ofField(
                LABEL_UNKNOWN, FIELD + label, null, (label.isEmpty() ? "no label" : label) + ": " + clients);
    }
}

package com.nowinfinity.xpm.benchmarks.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark found.
 *
 * @param ours figures by name; units stand in the names
 * @param plain what stands beside it: the baseline, simple limiters or bare upserts; null where nothing does
 * @param ratio of ours to that; null where the two are not set against each other
 * @param bar what has to be shown, in words
 */
public record Result(
        String bench,
        Map<String, ?> ours,
        @Nullable Map<String, ?> plain,
        @Nullable Double ratio,
        String bar,
        boolean pass) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("bench", bench);
        fields.put("ours", ours);
        fields.put("plain", plain);
        fields.put("ratio", ratio);
        fields.put("bar", bar);
        fields.put("pass", pass);
        return JSON.writeValueAsString(fields);
    }

    /** For people. */
    public String table() {
        StringBuilder table = new StringBuilder("%-34s %20s %20s%n".formatted(bench, "ours", "plain"));
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        if (plain != null) {
            names.addAll(plain.keySet());
        }
        for (String name : names) {
            table.append("%-34s %20s %20s%n"
                    .formatted(name, shown(ours.get(name)), plain == null ? "" : shown(plain.get(name))));
        }
        return table.append("bar: ")
                .append(bar)
                .append(ratio == null ? "" : "; ratio %.1f".formatted(ratio))
                .append(pass ? "; met" : "; MISSED")
                .toString();
    }

    private static String shown(@Nullable Object figure) {
        return figure == null ? "" : figure instanceof Double number ? "%.2f".formatted(number) : figure.toString();
    }
}

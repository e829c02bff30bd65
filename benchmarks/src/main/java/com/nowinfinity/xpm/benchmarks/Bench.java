package com.nowinfinity.xpm.benchmarks;

import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs one benchmark: a table for people, and last one line {@code RESULT {json}}. Exits with 0 when the bar is met, 1
 * when it is missed, 2 when the words are wrong.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.of(List.of(arguments), Path.of(System.getProperty("repository", ".")));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(BenchOptions.usage());
            System.exit(2);
            return;
        }
        Suite measure = Suite.valueOf(options.name().toUpperCase(Locale.ROOT));
        Result result = measure.run(options, line -> System.out.println(line));
        System.out.println();
        System.out.println(result.table());
        System.out.println("RESULT " + result.json());
        System.exit(result.pass() ? 0 : 1);
    }
}

package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.lab.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Both engines measured in turn; who comes first changes from round to round. */
record Rounds<T>(List<T> ours, List<T> plain) {

    /** What is short is measured at least so often. */
    static final int USUAL = 5;

    static <T> Rounds<T> of(int count, Function<Engine, T> measure) {
        List<T> ours = new ArrayList<>();
        List<T> plain = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            List<Engine> order =
                    round % 2 == 0 ? List.of(Engine.OURS, Engine.PLAIN) : List.of(Engine.PLAIN, Engine.OURS);
            for (Engine engine : order) {
                (engine == Engine.OURS ? ours : plain).add(measure.apply(engine));
            }
        }
        return new Rounds<>(ours, plain);
    }
}

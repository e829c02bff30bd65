package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.crash.CrashLab;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import java.util.Locale;
import java.util.function.Consumer;

/** All benchmarks by name. */
@SuppressWarnings("ImmutableEnumChecker") // its functions are references to static methods
public enum Suite {
    FAIRNESS(Fairness::run),
    COALESCING(Coalescing::run),
    QUOTA(QuotaUse::run),
    LATENCY(Latency::run),
    INTAKE(IntakeBurst::run),
    REPLAY(Replay::run),
    SCALE(Scale::run),
    POISON(Poison::run),
    CRASH(CrashLab::run),
    MEMORY(Memory::run),
    PAGES(Pages::run);

    /** One benchmark: what it is told, and where it says how far it is. */
    @FunctionalInterface
    interface Measure {
        Result run(BenchOptions options, Consumer<String> say);
    }

    private final Measure measure;

    Suite(Measure measure) {
        this.measure = measure;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Result run(BenchOptions options, Consumer<String> say) {
        return measure.run(options, say);
    }
}

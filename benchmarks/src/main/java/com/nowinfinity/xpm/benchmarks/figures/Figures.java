package com.nowinfinity.xpm.benchmarks.figures;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles without interpolation: each is a value that was seen. */
public final class Figures {

    private final double[] sorted;

    private Figures(double[] sorted) {
        this.sorted = sorted;
    }

    public static Figures of(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return new Figures(sorted);
    }

    public int count() {
        return sorted.length;
    }

    public double median() {
        return percentile(50);
    }

    public double max() {
        return percentile(100);
    }

    public double min() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    /** @param percent 0 to 100; NaN when nothing was measured */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}

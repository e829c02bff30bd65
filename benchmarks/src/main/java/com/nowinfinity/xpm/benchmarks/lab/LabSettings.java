package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.simulator.judge.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a laboratory is built like.
 *
 * @param repository where the services were built
 * @param companies clients of each business's organisation, one number for each business
 * @param latency of each call to XPM
 * @param heapMegabytes of a worker
 * @param servers how broker and database collect their garbage
 */
public record LabSettings(
        Path repository,
        Engine engine,
        int workers,
        int partitions,
        List<Integer> companies,
        Limits limits,
        Supplier<Duration> latency,
        int heapMegabytes,
        Collector servers,
        long seed) {

    private static final int HEAP = 256;

    /** One worker, 24 partitions, Xero's own limits, answers at once. */
    public static LabSettings of(Path repository, Engine engine, int businesses, int companies, long seed) {
        return new LabSettings(
                repository,
                engine,
                1,
                24,
                Collections.nCopies(businesses, companies),
                Limits.ofXero(),
                () -> Duration.ZERO,
                HEAP,
                Collector.SERIAL,
                seed);
    }

    public LabSettings withWorkers(int newWorkers) {
        return new LabSettings(
                repository, engine, newWorkers, partitions, companies, limits, latency, heapMegabytes, servers, seed);
    }

    public LabSettings withPartitions(int newPartitions) {
        return new LabSettings(
                repository, engine, workers, newPartitions, companies, limits, latency, heapMegabytes, servers, seed);
    }

    public LabSettings withCompanies(List<Integer> newCompanies) {
        return new LabSettings(
                repository, engine, workers, partitions, newCompanies, limits, latency, heapMegabytes, servers, seed);
    }

    public LabSettings withLimits(Limits newLimits) {
        return new LabSettings(
                repository, engine, workers, partitions, companies, newLimits, latency, heapMegabytes, servers, seed);
    }

    public LabSettings withLatency(Supplier<Duration> newLatency) {
        return new LabSettings(
                repository, engine, workers, partitions, companies, limits, newLatency, heapMegabytes, servers, seed);
    }

    public LabSettings withHeap(int megabytes) {
        return new LabSettings(
                repository, engine, workers, partitions, companies, limits, latency, megabytes, servers, seed);
    }

    public LabSettings withServers(Collector newServers) {
        return new LabSettings(
                repository, engine, workers, partitions, companies, limits, latency, heapMegabytes, newServers, seed);
    }
}

package com.nowinfinity.xpm.benchmarks.lab;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How busy the machine was between two moments, with us and with others: without it no time says anything. */
public final class MachineLoad {

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long began = System.nanoTime();
    private final Duration usedBefore = used();
    private double busy;
    private int looks;

    private MachineLoad() {
        machine.getCpuLoad(); // what it says next is of the time from now on
    }

    public static MachineLoad fromNow() {
        return new MachineLoad();
    }

    /** To be called now and then: each call says how busy the machine has been since the last one. */
    public void look() {
        double load = machine.getCpuLoad();
        if (load >= 0) {
            busy += load;
            looks++;
        }
    }

    /** Shares are of all processors together. */
    public Map<String, ?> figures() {
        double seconds = (System.nanoTime() - began) / 1e9;
        double ours = used().minus(usedBefore).toNanos() / 1e9 / seconds / machine.getAvailableProcessors();
        double all = looks == 0 ? Double.NaN : busy / looks;
        return new TreeMap<>(Map.of(
                "processors",
                machine.getAvailableProcessors(),
                "loadAverage",
                machine.getSystemLoadAverage(),
                "machineBusyShare",
                all,
                "ourShare",
                ours,
                "othersShare",
                Math.max(0, all - ours)));
    }

    /** Of this process and of those that it started. */
    private static Duration used() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}

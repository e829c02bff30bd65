package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work of all businesses that may not begin before intake is past some ends. While intake is behind this may be
 * thousands of runs and pushes: they are compared with its positions, ten times a second, and none of them is read
 * meanwhile. Safe
 * for many threads.
 */
final class AwaitedIntake {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private record Waiting(Line line, Work work) {}

    private record Ends(int partition, Map<String, Long> byTopic) {}

    private final IntakeProgress intake;
    private final Alarm alarm;
    private final Map<Waiting, Ends> waiting = new LinkedHashMap<>();
    private boolean looking;

    AwaitedIntake(IntakeProgress intake, Alarm alarm) {
        this.intake = intake;
        this.alarm = alarm;
    }

    /**
     * Whether intake is not past these ends yet; then the work is called for once it is.
     *
     * @param ends by topic name
     */
    synchronized boolean isBehind(Line line, Work work, int partition, Map<String, Long> ends) {
        if (intake.isPast(partition, ends)) {
            return false;
        }
        waiting.put(new Waiting(line, work), new Ends(partition, ends));
        lookLater();
        return true;
    }

    private void look() {
        List<Waiting> over = over();
        over.forEach(one -> one.line().call(one.work()));
    }

    private synchronized List<Waiting> over() {
        List<Waiting> over = new ArrayList<>();
        looking = false;
        waiting.forEach((one, ends) -> {
            if (one.line().isClosed() || intake.isPast(ends.partition(), ends.byTopic())) {
                over.add(one);
            }
        });
        over.forEach(waiting::remove);
        lookLater();
        return over;
    }

    private void lookLater() {
        if (!looking && !waiting.isEmpty()) {
            looking = true;
            alarm.after(GLANCE, this::look);
        }
    }
}

package com.nowinfinity.xpm.report.runs;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes runs and their comparisons, and says when a report may have become complete. */
final class RunIntake implements EventTrail {

    private final RunBook runs;
    private final ComparisonBook comparisons;
    private final RunWatch watch;

    RunIntake(RunBook runs, ComparisonBook comparisons, RunWatch watch) {
        this.runs = runs;
        this.comparisons = comparisons;
        this.watch = watch;
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        only(batch, SyncRequested.class).forEach(runs::requested);
        List<EntityCompared> pairs = pairsOfOpenRuns(batch);
        comparisons.record(pairs);
        List<SyncFinished> finished = only(batch, SyncFinished.class).toList();
        for (SyncFinished event : finished) {
            if (runs.finished(event)) {
                runs.close(event.getBusinessId(), event.getRunId());
                comparisons.forget(event.getBusinessId(), event.getRunId());
            }
        }
        if (!pairs.isEmpty() || !finished.isEmpty()) {
            watch.runsMoved();
        }
    }

    /** Comparisons that come again after their report is out would stay for ever. */
    private List<EntityCompared> pairsOfOpenRuns(List<ReceivedEvent> batch) {
        Map<String, Boolean> closed = new HashMap<>();
        return only(batch, EntityCompared.class)
                .filter(pair -> pair.getActionId() == null)
                .filter(pair -> !closed.computeIfAbsent(
                        Key.of(pair.getBusinessId(), pair.getRunId()),
                        _key -> runs.isClosed(pair.getBusinessId(), pair.getRunId())))
                .toList();
    }
}

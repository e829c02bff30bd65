package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.connector.intake.PlanView;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as people see it. */
record RunView(
        String runId,
        Run.State state,
        @Nullable String phase,
        long done,
        long total,
        List<CountView> counts,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reportId,
        @Nullable Map<String, @Nullable Object> plan,
        @Nullable ReasonView reason) {

    /** The last phase of a run; those before it are the workers'. */
    private static final String REPORTING = "reporting";

    /** How many of what. */
    record CountView(String name, long count) {
        static CountView of(Count count) {
            return new CountView(count.getName(), count.getCount());
        }
    }

    /** Why it failed or was cancelled. */
    record ReasonView(String code, String text) {}

    /** Nobody is told that a run is completed before there is its report to read. */
    static RunView of(Run run, Instant now) {
        SyncProgressed progress = run.progress();
        SyncFinished finish = run.finish();
        boolean reporting = run.isReporting(now);
        String phase = progress == null ? null : progress.getPhase();
        return new RunView(
                run.request().getRunId(),
                reporting ? Run.State.RUNNING : run.state(),
                reporting ? REPORTING : phase,
                progress == null ? 0 : progress.getDone(),
                progress == null ? 0 : progress.getTotal(),
                finish == null
                        ? List.of()
                        : finish.getCounts().stream().map(CountView::of).toList(),
                run.request().getRequestedBy(),
                run.request().getOccurredAt(),
                reporting ? null : run.finishedAt(),
                run.reportId(),
                run.plan() == null ? null : PlanView.of(run.plan()),
                finish == null || finish.getReason() == null
                        ? null
                        : new ReasonView(
                                finish.getReason().getCode(), finish.getReason().getText()));
    }
}

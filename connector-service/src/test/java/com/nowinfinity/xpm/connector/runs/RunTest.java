package com.nowinfinity.xpm.connector.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EventClasses;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunTest {

    static {
        EventClasses.trust();
    }

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SyncProgressed PROGRESS =
            SyncProgressed.newBuilder().setPhase("reading").build();

    private final Run requested = Run.requested(request(false, false), "t-1");

    @Test
    void addsUpToTheSameInWhateverOrderNewsComes() {
        SyncFinished finish = finish(RunEnd.COMPLETED);

        assertThat(requested.progressed(PROGRESS).finished(finish).state()).isEqualTo(Run.State.COMPLETED);
        assertThat(requested.finished(finish).progressed(PROGRESS).state()).isEqualTo(Run.State.COMPLETED);
        assertThat(requested.finished(finish).finishedAt()).isEqualTo(NOW);
    }

    @Test
    void isActiveUntilItEnds() {
        assertThat(requested.isActive()).isTrue();
        assertThat(requested.progressed(PROGRESS).isActive()).isTrue();
        assertThat(requested.finished(finish(RunEnd.FAILED)).isActive()).isFalse();
        assertThat(RunDocument.of(requested)).containsEntry("active", "b-1");
        assertThat(RunDocument.of(requested.finished(finish(RunEnd.FAILED)))).doesNotContainKey("active");
    }

    @Test
    void endsAPreviewAsPlanned() {
        Run preview = Run.requested(request(true, false), "t-1");

        assertThat(preview.planned(plan()).state()).isEqualTo(Run.State.PLANNED);
        assertThat(preview.finished(finish(RunEnd.COMPLETED)).state()).isEqualTo(Run.State.PLANNED);
        assertThat(requested.planned(plan()).state()).as("no preview").isEqualTo(Run.State.REQUESTED);
    }

    @Test
    void goesOnUntilTheWorkerSaysThatItIsCalledOff() {
        Run cancelling = requested.cancelling(request(false, true));

        assertThat(cancelling.isActive()).as("the worker may have begun").isTrue();
        assertThat(cancelling.progressed(PROGRESS).state()).isEqualTo(Run.State.RUNNING);
        assertThat(cancelling.finished(finish(RunEnd.CANCELLED)).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(cancelling.finished(finish(RunEnd.COMPLETED)).state())
                .as("the worker was faster")
                .isEqualTo(Run.State.COMPLETED);
    }

    @Test
    void carriesItsEventsUntilTheyAreOut() {
        SyncRequested cancel = request(false, true);
        Run both = requested.cancelling(cancel);

        assertThat(both.unpublished()).containsExactly(requested.request(), cancel);
        assertThat(both.published(requested.request()).unpublished()).containsExactly(cancel);
    }

    @Test
    void readsBackWhatItWrote() {
        Run run = requested
                .progressed(PROGRESS)
                .planned(plan())
                .finished(finish(RunEnd.CANCELLED))
                .reported("rep-1")
                .cancelling(request(false, true));

        assertThat(RunDocument.read(RunDocument.of(run))).isEqualTo(run);
        assertThat(RunDocument.read(RunDocument.of(requested))).isEqualTo(requested);
    }

    private static SyncRequested request(boolean preview, boolean cancel) {
        return SyncRequested.newBuilder()
                .setEventId(cancel ? "e-2" : "e-1")
                .setBusinessId("b-1")
                .setRunId("r-1")
                .setOccurredAt(NOW)
                .setPreview(preview)
                .setCancel(cancel)
                .build();
    }

    private static WorkPlanned plan() {
        return WorkPlanned.newBuilder().setForId("r-1").setOccurredAt(NOW).build();
    }

    private static SyncFinished finish(RunEnd end) {
        return SyncFinished.newBuilder()
                .setRunId("r-1")
                .setOccurredAt(NOW)
                .setState(end)
                .build();
    }
}

package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Sync Data run as far as this service knows it. Every part comes from one event and stays, so their order does not
 * matter; the state is what they add up to.
 *
 * @param request what was asked for, and under which id
 * @param tenantId the organisation at that time
 * @param unpublished events of ours that are not known to be out, oldest first
 */
record Run(
        long v,
        SyncRequested request,
        @Nullable String tenantId,
        @Nullable SyncProgressed progress,
        @Nullable WorkPlanned plan,
        @Nullable SyncFinished finish,
        @Nullable String reportId,
        List<SyncRequested> unpublished) {

    private static final Duration LONGEST_REPORTING = Duration.ofMinutes(2);

    /** The contract's words. */
    enum State {
        REQUESTED,
        RUNNING,
        PLANNED,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    Run {
        unpublished = List.copyOf(unpublished);
    }

    static Run requested(SyncRequested request, @Nullable String tenantId) {
        return new Run(1, request, tenantId, null, null, null, null, List.of(request));
    }

    static String id(String businessId, String runId) {
        return businessId + "/" + runId;
    }

    String id() {
        return id(request.getBusinessId(), request.getRunId());
    }

    State state() {
        if (finish != null) {
            return switch (finish.getState()) {
                case COMPLETED -> request.getPreview() ? State.PLANNED : State.COMPLETED;
                case CANCELLED -> State.CANCELLED;
                case FAILED, UNKNOWN -> State.FAILED;
            };
        }
        if (plan != null && request.getPreview()) {
            return State.PLANNED;
        }
        return progress == null ? State.REQUESTED : State.RUNNING;
    }

    /** True while no other run of the business may begin. */
    boolean isActive() {
        return state() == State.REQUESTED || state() == State.RUNNING;
    }

    /**
     * Whether its report is still being written. For two minutes: where there is none by then, as for a run that a later
     * one has overtaken, nobody need wait for it.
     */
    boolean isReporting(Instant now) {
        return finish != null
                && state() == State.COMPLETED
                && reportId == null
                && finish.getOccurredAt().plus(LONGEST_REPORTING).isAfter(now);
    }

    @Nullable
    Instant finishedAt() {
        if (isActive()) {
            return null;
        }
        if (finish != null) {
            return finish.getOccurredAt();
        }
        return plan == null ? null : plan.getOccurredAt();
    }

    Run progressed(SyncProgressed news) {
        return new Run(v, request, tenantId, news, plan, finish, reportId, unpublished);
    }

    Run planned(WorkPlanned news) {
        return new Run(v, request, tenantId, progress, news, finish, reportId, unpublished);
    }

    Run finished(SyncFinished news) {
        return new Run(v, request, tenantId, progress, plan, news, reportId, unpublished);
    }

    Run reported(String report) {
        return new Run(v, request, tenantId, progress, plan, finish, report, unpublished);
    }

    /** Called off: it is over, and another may begin, as soon as the worker says so. */
    Run cancelling(SyncRequested cancel) {
        List<SyncRequested> more =
                Stream.concat(unpublished.stream(), Stream.of(cancel)).toList();
        return new Run(v, request, tenantId, progress, plan, finish, reportId, more);
    }

    Run published(SyncRequested event) {
        List<SyncRequested> rest = unpublished.stream()
                .filter(pending -> !pending.getEventId().equals(event.getEventId()))
                .toList();
        return new Run(v, request, tenantId, progress, plan, finish, reportId, rest);
    }

    Run next() {
        return new Run(v + 1, request, tenantId, progress, plan, finish, reportId, unpublished);
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.runs.Practice;
import com.nowinfinity.xpm.worker.runs.Run;
import com.nowinfinity.xpm.worker.runs.RunTelling;
import com.nowinfinity.xpm.worker.runs.Snapshots;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Does a run: reads, links, imports, compares, tells. After a crash it starts over, and what it told before is void. */
final class RunWork {

    private static final int PROGRESS_EVERY = 100;
    private static final Reason CANCELLED = Outcomes.reason("cancelled", "A person cancelled the run.");

    private final Business business;
    private final Arrival arrival;
    private final InVain inVain = new InVain();

    RunWork(Business business, Arrival arrival) {
        this.business = business;
        this.arrival = arrival;
    }

    Next advance(String runId) {
        Run standing = find(runId);
        if (standing.done()) {
            return Next.DONE;
        }
        if (standing.conclusion() != null) {
            return tell(standing, standing.conclusion());
        }
        if (!standing.cancelled() && arrival.isAwaited(new Work.OfRun(runId), standing.partition(), standing.after())) {
            return Next.DONE;
        }
        Run run = business.stores().runs().begin(business.id(), runId);
        RunTelling telling = new RunTelling(run, business.clock());
        Connection connection = business.connection();
        Optional<String> tenantId = connection.connectedTo();
        if (run.cancelled()) {
            return finish(run, telling, RunEnd.CANCELLED, CANCELLED);
        }
        if (connection.isOlderThanOrganisation(run.asked().getOccurredAt())) {
            return finish(run, telling, RunEnd.FAILED, Reasons.ORGANISATION_CHANGED);
        }
        if (tenantId.isEmpty()) {
            return finish(run, telling, RunEnd.FAILED, Reasons.NOT_CONNECTED);
        }
        if (run.asked().getPreview()) {
            return plan(run);
        }
        try {
            RunResults results = business.trails()
                    .follow(business.id(), run.asked().getEventId(), () -> compareAll(run, telling, tenantId.get()));
            inVain.over(runId);
            return conclude(run, telling, tenantId.get(), results.finished(), results.snapshot());
        } catch (Stopped e) {
            return finish(run, telling, e.end, e.reason);
        } catch (Hold.UntilConnected hold) {
            return finish(run, telling, RunEnd.FAILED, hold.reason());
        } catch (Hold.Failing hold) {
            return inVain.reason(runId, hold)
                    .map(reason -> finish(run, telling, RunEnd.FAILED, reason))
                    .orElseGet(() -> Next.of(hold));
        } catch (Hold hold) {
            return Next.of(hold);
        } catch (XpmException.Rejected e) {
            return finish(run, telling, RunEnd.FAILED, Reasons.declined(e));
        }
    }

    private RunResults compareAll(Run run, RunTelling telling, String tenantId) {
        Instant at = business.now();
        read(run, telling, tenantId);
        return business.rooms()
                .compared()
                .with(BothSides.size(business, tenantId), () -> compareAll(run, telling, tenantId, at));
    }

    private RunResults compareAll(Run run, RunTelling telling, String tenantId, Instant at) {
        LabelSet labels = business.connection().labels();
        telling(telling, "matching", 0, 0);
        Practice practice = BothSides.read(business, tenantId);
        RunResults results = new RunResults(business, run, telling, practice, tenantId, labels, at);
        results.link(() -> stopIfPointless(run, tenantId));
        results.compare((done, total) -> {
            if (done % PROGRESS_EVERY == 0 || done == total) {
                stopIfPointless(run, tenantId);
                telling(telling, "comparing", done, total);
            }
        });
        stopIfPointless(run, tenantId);
        results.importClients();
        return results;
    }

    /** XPM's whole list into the mirror: one call. */
    private void read(Run run, RunTelling telling, String tenantId) {
        telling(telling, "reading", 0, 0);
        try (Mirror.Renewal renewal = business.stores().mirror().renew(business.id(), tenantId)) {
            Gate.Errand errand = new Gate.Errand(Slot.Purpose.LIST, run.runId(), tenantId, true);
            business.gate()
                    .call(
                            errand,
                            call -> business.rooms().lists().with(1, () -> list(call, run, telling, tenantId, renewal)),
                            Gate.Note.none());
        }
    }

    /** Whoever has been answered holds nothing of it any more. */
    private Answer<ClientListing> list(
            Call call, Run run, RunTelling telling, String tenantId, Mirror.Renewal renewal) {
        AtomicLong read = new AtomicLong();
        Answer<ClientListing> answer = business.xpm().listClients(call, true, null, client -> {
            renewal.show(client);
            if (read.incrementAndGet() % PROGRESS_EVERY == 0) {
                stopIfPointless(run, tenantId);
                telling(telling, "reading", read.get(), 0);
            }
        });
        renewal.finish(answer.allowance().serverTime());
        return answer;
    }

    /** A run costs one call, whatever the size of the practice. */
    private Next plan(Run run) {
        business.events()
                .publish(
                        Topics.WORK_PLANNED,
                        WorkPlanned.newBuilder()
                                .setEventId(UUID.nameUUIDFromBytes(("plan/" + business.id() + "/" + run.runId())
                                                .getBytes(StandardCharsets.UTF_8))
                                        .toString())
                                .setBusinessId(business.id())
                                .setOccurredAt(business.now())
                                .setForId(run.runId())
                                .setCalls(1)
                                .setMinutes(1)
                                .build());
        business.stores().runs().done(business.id(), run.runId());
        return Next.DONE;
    }

    private Next finish(Run run, RunTelling telling, RunEnd end, Reason reason) {
        return conclude(run, telling, null, telling.finished(end, 0, new TreeMap<>(), List.of(), reason), null);
    }

    /**
     * Remembered before it is told: whoever goes on after a crash tells this very end.
     *
     * @param tenantId the organisation that was looked at, whichever is in force by now; null unless it completed
     */
    private Next conclude(
            Run run,
            RunTelling telling,
            @Nullable String tenantId,
            SyncFinished end,
            Snapshots.@Nullable Taken snapshot) {
        if (business.stores().runs().conclude(run, tenantId, end, snapshot)) {
            return tell(run, end);
        }
        Run standing = find(run.runId());
        // Unless it was called off at the last moment, somebody else has begun it anew and goes on with it.
        return standing.cancelled() && standing.attempt() == run.attempt() && end.getState() == RunEnd.COMPLETED
                ? finish(standing, telling, RunEnd.CANCELLED, CANCELLED)
                : Next.DONE;
    }

    private Next tell(Run run, SyncFinished end) {
        business.events().publish(Topics.SYNC_FINISHED, end);
        business.stores().runs().done(business.id(), run.runId());
        return Next.DONE;
    }

    private void telling(RunTelling telling, String phase, long done, long total) {
        business.events().publish(Topics.SYNC_PROGRESSED, telling.progressed(phase, done, total));
    }

    private void stopIfPointless(Run run, String tenantId) {
        Run standing = find(run.runId());
        if (standing.attempt() != run.attempt()) {
            throw Gate.notOwner();
        }
        if (standing.cancelled()) {
            throw new Stopped(RunEnd.CANCELLED, CANCELLED);
        }
        String inForce = business.connection().tenantId();
        if (inForce != null && !inForce.equals(tenantId)) {
            throw new Stopped(RunEnd.FAILED, Reasons.ORGANISATION_CHANGED);
        }
    }

    private Run find(String runId) {
        return business.stores().runs().find(business.id(), runId).orElseThrow();
    }

    /** Nobody needs the rest of it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RunEnd end;
        private final transient Reason reason;

        private Stopped(RunEnd end, Reason reason) {
            super(reason.getText());
            this.end = end;
            this.reason = reason;
        }
    }
}

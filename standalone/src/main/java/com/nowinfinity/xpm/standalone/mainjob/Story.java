package com.nowinfinity.xpm.standalone.mainjob;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.NotificationStream;
import com.nowinfinity.xpm.standalone.mainjob.judging.DueRows;
import com.nowinfinity.xpm.standalone.mainjob.judging.Finding;
import com.nowinfinity.xpm.standalone.mainjob.judging.ReportAgreement;
import com.nowinfinity.xpm.standalone.mainjob.judging.ReportFiles;
import com.nowinfinity.xpm.standalone.mainjob.judging.SameReport;
import com.nowinfinity.xpm.standalone.mainjob.judging.SimulatorView;
import com.nowinfinity.xpm.standalone.mainjob.judging.Truth;
import com.nowinfinity.xpm.standalone.mainjob.steps.Connecting;
import com.nowinfinity.xpm.standalone.mainjob.steps.ContestedField;
import com.nowinfinity.xpm.standalone.mainjob.steps.FollowedChanges;
import com.nowinfinity.xpm.standalone.mainjob.steps.InStep;
import com.nowinfinity.xpm.standalone.mainjob.steps.NewRecords;
import com.nowinfinity.xpm.standalone.mainjob.steps.Pushes;
import com.nowinfinity.xpm.standalone.mainjob.steps.SyncRuns;
import com.nowinfinity.xpm.standalone.mainjob.steps.TimePasses;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the job does, step by step. A step that does not happen ends it; a number that falls short is noted. */
final class Story {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration RUN_PER_ENTITY = Duration.ofMillis(20);

    private final Desk desk;
    private final @Nullable SimulatorView simulator;
    private final Progress progress;
    private final Tally tally;
    private final List<String> shortfalls;
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable Truth truth;

    /** @param simulator null when nothing can be judged */
    Story(
            Desk desk,
            @Nullable SimulatorView simulator,
            Progress progress,
            Tally tally,
            List<String> shortfalls,
            InstantSource clock,
            RandomGenerator random) {
        this.desk = desk;
        this.simulator = simulator;
        this.progress = progress;
        this.tally = tally;
        this.shortfalls = shortfalls;
        this.clock = clock;
        this.random = random;
    }

    /** Ends with the report of the last run. */
    ReportFiles tell(HttpClient browser, Path reportDir) {
        Connecting connecting = new Connecting(desk, browser);
        JsonNode organisation = connecting
                .connect(simulator == null ? null : simulator.tenantId())
                .path("organisation");
        progress.say(
                "Connected to %s.".formatted(organisation.path("name").asString("an organisation without a name")));
        progress.say("Labels of %d structures saved."
                .formatted(connecting
                        .label(simulator == null ? null : simulator.labels())
                        .size()));
        long entities = overview().path("entities").path("total").asLong();
        tally.set("entities", entities);
        SyncRuns runs = new SyncRuns(desk, STEP.plus(RUN_PER_ENTITY.multipliedBy(entities)));
        URI stream = desk.site().notification("/stream");
        try (NotificationStream notifications =
                NotificationStream.open(stream, desk.site().token())) {
            ReportFiles first = firstReport(runs, reportDir);
            truth = simulator == null ? null : Truth.of(simulator.truth());
            judge("first", first);
            FollowedChanges following = new FollowedChanges(desk, STEP, clock, random);
            following.switchOn();
            InStep inStep = inStep(first);
            List<FollowedChanges.Told> told = new ArrayList<>(change(following, inStep));
            told.add(push(following));
            follow(following, told);
            ContestedField contested =
                    simulator == null ? null : new ContestedField(desk, simulator, STEP, told.getFirst());
            if (contested != null) {
                contested.putBack();
            }
            ReportFiles second = secondReport(runs, reportDir);
            compare(first, second, contested);
            ReportFiles last = simulator == null || contested == null
                    ? second
                    : repeated(runs, reportDir, thirdReport(simulator, runs, reportDir, told, contested));
            awaitNotifications(notifications, simulator == null ? 2 : 4);
            return last;
        }
    }

    /** Nothing has changed but what was put back. */
    private void compare(ReportFiles first, ReportFiles second, @Nullable ContestedField contested) {
        Set<Finding> expected = new HashSet<>(first.rows());
        if (contested != null) {
            expected.add(contested.changed());
        }
        if (!Set.copyOf(second.rows()).equals(expected)) {
            shortfalls.add(
                    "The second report says something else than the first, though all that was written is in step.");
        }
    }

    private ReportFiles report(SyncRuns runs, Path reportDir) {
        JsonNode run = runs.run();
        ReportFiles report = ReportFiles.download(desk, run.path("reportId").asString(), reportDir);
        progress.say("Run %s is done: %s; its report has %d rows."
                .formatted(
                        run.path("runId").asString(),
                        run.path("counts"),
                        report.rows().size()));
        return report;
    }

    /** The run that imports every client. */
    private ReportFiles firstReport(SyncRuns runs, Path reportDir) {
        long lastCall = simulator == null ? 0 : simulator.lastCall();
        ReportFiles first = report(runs, reportDir);
        if (simulator != null) {
            Expectations.checkImport(simulator.lastCall() - lastCall, shortfalls);
        }
        return first;
    }

    /** A run with nothing left to write writes nothing. */
    private ReportFiles secondReport(SyncRuns runs, Path reportDir) {
        long lastCall = simulator == null ? 0 : simulator.lastCall();
        ReportFiles second = report(runs, reportDir);
        if (simulator != null && !simulator.writesAfter(lastCall).isEmpty()) {
            shortfalls.add("The second run wrote to XPM: " + simulator.writesAfter(lastCall));
        }
        return second;
    }

    private InStep inStep(ReportFiles report) {
        InStep inStep = InStep.of(
                sink -> desk.calls().each(desk.site().portal("/entities"), sink),
                sink -> desk.calls().each(desk.site().report("/clients"), sink),
                report.rows());
        tally.set("matched", inStep.clients().size());
        return inStep;
    }

    /** Beside Xero itself the portal's entities may have no client there. */
    private List<FollowedChanges.Told> change(FollowedChanges following, InStep inStep) {
        List<FollowedChanges.Told> told = following.change(inStep);
        if (simulator != null && told.size() < FollowedChanges.CHANGES) {
            throw new FellShortException(
                    "There are not %d linked companies in step, one with a phone number, one with an address, one with a director."
                            .formatted(FollowedChanges.CHANGES));
        }
        return told;
    }

    /** Pushes the new records; the first company then changes its phone number, which must follow by itself. */
    private FollowedChanges.Told push(FollowedChanges following) {
        Pushes pushes = new Pushes(desk, STEP);
        NewRecords records = new NewRecords(random);
        Map<String, @Nullable Object> company = Map.of();
        for (Map<String, @Nullable Object> entity : records.create()) {
            pushes.tellCreated(entity);
            company = records.company(1).equals(entity.get("entityId")) ? entity : company;
        }
        pushes.addDocument(records.company(1), "Constitution");
        pushes.addDocument(records.company(1), "Register of members");
        pushes.addDocument(records.company(2), "Constitution");
        List<JsonNode> outcomes = new ArrayList<>(pushes.push(records.company(1), "Main job " + records.mark()));
        outcomes.addAll(pushes.push(records.company(2), null));
        Set<String> clients = new HashSet<>(Pushes.clientsWritten(outcomes));
        Set<String> documents = new HashSet<>(Pushes.documentsWritten(outcomes));
        tally.set("pushed", clients.size());
        tally.set("documents", documents.size());
        progress.say("Pushed %d clients and %d documents.".formatted(clients.size(), documents.size()));
        String clientId = Pushes.clientOf(records.company(1), outcomes)
                .orElseThrow(
                        () -> new FellShortException("The push of a company does not say which client it became."));
        return following.tellNewPhone(company, clientId);
    }

    private void follow(FollowedChanges following, List<FollowedChanges.Told> told) {
        int arrived = 0;
        for (FollowedChanges.Told change : told) {
            following.awaitUpdated(change);
            arrived += isInXpm(change) ? 1 : 0;
        }
        tally.set("followed", arrived);
        progress.say("%d of %d Corporate Messenger changes arrived by themselves.".formatted(arrived, told.size()));
    }

    private boolean isInXpm(FollowedChanges.Told change) {
        // Without a simulator the outcome has to do.
        boolean there = simulator == null || change.isIn(simulator.client(change.clientId()));
        if (!there) {
            shortfalls.add("The new %s of %s is not in XPM.".formatted(change.what(), change.entityId()));
        }
        return there;
    }

    private void awaitNotifications(NotificationStream notifications, int atLeast) {
        List<JsonNode> received = desk.patience()
                .until(
                        "notification of the report on the live stream",
                        STEP,
                        () -> Optional.of(notifications.received()).filter(list -> list.size() >= atLeast));
        tally.set("notified", received.size());
        progress.say("%d notifications received.".formatted(received.size()));
    }

    private JsonNode overview() {
        return desk.calls().get(desk.site().portal("/overview"));
    }

    /** After the second act: what happened on both sides since they agreed, beside all that was there. */
    private ReportFiles thirdReport(
            SimulatorView judge,
            SyncRuns runs,
            Path reportDir,
            List<FollowedChanges.Told> told,
            ContestedField contested) {
        contested.insist();
        contested.putBack();
        JsonNode drift =
                judge.drift(told.stream().map(FollowedChanges.Told::entityId).toList());
        int edits = new TimePasses(desk, clock).inPortal(drift.path("portal"));
        Truth later = Truth.of(drift).and(Truth.of(contested.contested()));
        progress.say("Time passes: %d differences come up, %d of the edits are the portal's."
                .formatted(later.planted().size(), edits));
        truth = truth == null ? later : truth.and(later);
        long lastCall = judge.lastCall();
        ReportFiles third = report(runs, reportDir);
        if (!judge.writesAfter(lastCall).isEmpty()) {
            shortfalls.add("The third run wrote to XPM: " + judge.writesAfter(lastCall));
        }
        List<Finding> forAsic =
                drift.path("forAsic").valueStream().map(Finding::of).toList();
        shortfalls.addAll(
                DueRows.problems(third.json(), forAsic, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return third;
    }

    /** Once more, with nothing in between: whole rows are to be the same. */
    private ReportFiles repeated(SyncRuns runs, Path reportDir, ReportFiles last) {
        JsonNode before = last.json();
        ReportFiles again = report(runs, reportDir);
        shortfalls.addAll(SameReport.differences(before, again.json()));
        return again;
    }

    private void judge(String which, ReportFiles report) {
        if (truth != null) {
            tally.judged(new Verdict(progress, shortfalls).on(which, truth, report));
        }
    }

    /** The numbers that stand at the end, and what they must be. */
    void reckon(ReportFiles report) {
        shortfalls.addAll(ReportAgreement.differences(report));
        tally.set("imported", overview().path("imports").path("clients").asLong());
        judge("last", report);
        if (simulator != null) {
            tally.set("clients", simulator.truth().path("clients").asLong());
            for (String name : List.of("throttled", "doubled")) {
                tally.set(name, simulator.summary().path(name).asLong());
            }
            tally.set("xpmCalls", simulator.summary().path("calls").asLong());
        }
        Expectations.check(tally, simulator != null, shortfalls);
    }
}

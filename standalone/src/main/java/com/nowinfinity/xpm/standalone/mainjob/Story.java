package com.nowinfinity.xpm.standalone.mainjob;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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

    private static final Duration STEP = Duration.ofSeconds(60);
    private static final Duration RUN_PER_ENTITY = Duration.ofMillis(20);

    private final Site site;
    private final ServiceCalls calls;
    private final @Nullable SimulatorView simulator;
    private final HttpClient http;
    private final Patience patience;
    private final Progress progress;
    private final Tally tally;
    private final List<String> shortfalls;
    private final InstantSource clock;
    private final RandomGenerator random;

    Story(
            Site site,
            ServiceCalls calls,
            @Nullable SimulatorView simulator,
            HttpClient http,
            Patience patience,
            Progress progress,
            Tally tally,
            List<String> shortfalls,
            InstantSource clock,
            RandomGenerator random) {
        this.site = site;
        this.calls = calls;
        this.simulator = simulator;
        this.http = http;
        this.patience = patience;
        this.progress = progress;
        this.tally = tally;
        this.shortfalls = shortfalls;
        this.clock = clock;
        this.random = random;
    }

    /** Ends with the report of the second run. */
    ReportFiles tell(Path reportDir) {
        Connecting connecting = new Connecting(site, calls, http);
        JsonNode connection = connecting.connect();
        String tenantId = connection.path("organisation").path("tenantId").asString();
        progress.say("Connected to %s."
                .formatted(connection.path("organisation").path("name").asString(tenantId)));
        progress.say("Labels of %d structures confirmed."
                .formatted(connecting.confirmLabels().size()));
        long entities = calls.get(site.portal("/overview"))
                .path("entities")
                .path("total")
                .asLong();
        tally.set("entities", entities);
        SyncRuns runs = new SyncRuns(site, calls, patience, STEP.plus(RUN_PER_ENTITY.multipliedBy(entities)));
        try (NotificationStream notifications = NotificationStream.open(site.notification("/stream"), site.token())) {
            ReportFiles first = report(runs, reportDir);
            judge("first", first);
            push();
            follow(first, tenantId);
            long lastCall = simulator == null ? 0 : simulator.lastCall();
            ReportFiles second = report(runs, reportDir);
            if (simulator != null && !simulator.writesAfter(lastCall).isEmpty()) {
                shortfalls.add("The second run wrote to XPM: " + simulator.writesAfter(lastCall));
            }
            awaitNotifications(notifications, 2);
            return second;
        }
    }

    private ReportFiles report(SyncRuns runs, Path reportDir) {
        JsonNode run = runs.run();
        ReportFiles report =
                ReportFiles.download(site, calls, run.path("reportId").asString(), reportDir);
        progress.say("Run %s compared %d of %d; its report has %d rows."
                .formatted(
                        run.path("runId").asString(),
                        run.path("done").asLong(),
                        run.path("total").asLong(),
                        report.rows().size()));
        return report;
    }

    private void push() {
        Pushes pushes = new Pushes(site, calls, patience, STEP);
        NewRecords records = new NewRecords(random);
        for (Map<String, @Nullable Object> entity : records.create()) {
            pushes.tell("CREATED", null, entity);
        }
        pushes.addDocument(records.company(1), "Constitution");
        pushes.addDocument(records.company(1), "Register of members");
        pushes.addDocument(records.company(2), "Constitution");
        Set<String> clients = new HashSet<>();
        Set<String> documents = new HashSet<>();
        for (int number = 1; number <= 2; number++) {
            String group = number == 1 ? "Main job " + records.mark() : null;
            List<JsonNode> outcomes = pushes.push(records.company(number), group);
            clients.addAll(Pushes.clientsWritten(outcomes));
            documents.addAll(Pushes.documentsWritten(outcomes));
        }
        tally.set("pushed", clients.size());
        tally.set("documents", documents.size());
        progress.say("Pushed %d clients and %d documents.".formatted(clients.size(), documents.size()));
    }

    private void follow(ReportFiles report, String tenantId) {
        FollowedChanges following = new FollowedChanges(site, calls, patience, STEP, clock, random);
        following.switchOn();
        List<JsonNode> mirror = calls.all(site.report("/clients"));
        InStep inStep = InStep.of(calls.all(site.portal("/entities")), mirror, report.rows());
        tally.set("matched", inStep.clients().size());
        List<FollowedChanges.Told> told = following.change(inStep);
        int arrived = 0;
        for (FollowedChanges.Told change : told) {
            following.awaitUpdated(change);
            arrived += isInXpm(change, inStep.clients().get(change.entityId()), tenantId) ? 1 : 0;
        }
        tally.set("followed", arrived);
        progress.say("%d of %d Corporate Messenger changes arrived by themselves.".formatted(arrived, told.size()));
    }

    private boolean isInXpm(FollowedChanges.Told change, @Nullable String clientId, String tenantId) {
        if (simulator == null) {
            return true; // the outcome has to do
        }
        Optional<JsonNode> client = simulator.clients(tenantId).stream()
                .filter(found -> found.path("clientId").asString().equals(clientId))
                .findFirst();
        boolean there = client.isPresent() && change.isIn(client.get());
        if (!there) {
            shortfalls.add("The new %s of %s is not in XPM.".formatted(change.what(), change.entityId()));
        }
        return there;
    }

    private void awaitNotifications(NotificationStream notifications, int atLeast) {
        List<JsonNode> received = patience.until(
                "notification of the report on the live stream",
                STEP,
                () -> Optional.of(notifications.received()).filter(list -> list.size() >= atLeast));
        tally.set("notified", received.size());
        progress.say("%d notifications received.".formatted(received.size()));
    }

    private void judge(String which, ReportFiles report) {
        if (simulator == null) {
            return;
        }
        Judgement judgement = Judgement.of(simulator.planted(), report.rows());
        progress.say("The %s report has %d of %d planted discrepancies and %d that nobody planted."
                .formatted(
                        which,
                        judgement.found(),
                        judgement.planted(),
                        judgement.invented().size()));
        judgement.missed().forEach(missed -> shortfalls.add("The %s report misses %s.".formatted(which, missed)));
        judgement.invented().forEach(row -> shortfalls.add("The %s report invents %s.".formatted(which, row)));
    }

    /** The numbers that stand at the end, and what they must be. */
    void reckon(ReportFiles report) {
        shortfalls.addAll(ReportAgreement.differences(report));
        tally.set(
                "imported",
                calls.get(site.portal("/overview"))
                        .path("imports")
                        .path("clients")
                        .asLong());
        judge("second", report);
        if (simulator != null) {
            Judgement judgement = Judgement.of(simulator.planted(), report.rows());
            tally.set("planted", judgement.planted());
            tally.set("found", judgement.found());
            tally.set("missed", judgement.missed().size());
            tally.set("invented", judgement.invented().size());
            tally.set("clients", simulator.truth().path("clients").asLong());
            JsonNode summary = simulator.summary();
            tally.set("xpmCalls", summary.path("calls").asLong());
            tally.set("throttled", summary.path("throttled").asLong());
            tally.set("doubled", summary.path("doubled").asLong());
        }
        Expectations.check(tally, simulator != null, shortfalls);
    }
}

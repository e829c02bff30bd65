package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Lag;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Everything that ever stood on the topics is read again from the first record on: what does it cost at XPM? */
final class Replay {

    private static final int BUSINESSES = 10;
    private static final int COMPANIES = 25;
    private static final int VERSIONS = 3;

    private Replay() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Rounds<Long> calls = Rounds.of(options.roundsOr(Rounds.USUAL), engine -> measure(options, engine, say));
        return new Result(
                Suite.REPLAY.title(),
                figures(calls.ours(), VERSIONS),
                figures(calls.plain(), VERSIONS - 1),
                null,
                "0 calls",
                Figures.of(calls.ours()).max() == 0);
    }

    private static Map<String, Object> figures(List<Long> calls, int versions) {
        Figures figures = Figures.of(calls);
        return Map.of(
                "rounds", figures.count(),
                "changes", BUSINESSES * COMPANIES * versions,
                "callsMedian", figures.median(),
                "callsMost", figures.max());
    }

    private static long measure(BenchOptions options, Engine engine, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), engine, BUSINESSES, COMPANIES, options.seed())
                .withLatency(() -> Duration.ofMillis(5))
                .withLimits(new Limits(6_000, 5, 1_000_000, 1_000_000, Duration.ofMinutes(1)));
        List<String> topics = engine == Engine.OURS
                ? Topics.work().stream().map(Topic::name).toList()
                : List.of(Topics.ENTITY_CHANGED.name());
        try (Lab lab = Lab.start(settings, say);
                Lag lag = new Lag(lab.brokers(), engine == Engine.OURS ? "sync-worker" : "plain", topics);
                Lag connections =
                        new Lag(lab.brokers(), "plain-connections", List.of(Topics.CONNECTION_CHANGED.name()))) {
            lab.introduce();
            if (engine == Engine.OURS) {
                decideOnOneOfEach(lab, pushOneOfEach(lab, options.seed()));
            }
            for (long version = 2; version <= VERSIONS; version++) {
                change(lab, version);
            }
            long newest = VERSIONS;
            lab.await(
                    "XPM has the newest of all",
                    () -> lab.effects().writes().stream()
                                    .filter(write -> write.version() == newest)
                                    .map(write -> write.clientId())
                                    .distinct()
                                    .count()
                            == BUSINESSES * COMPANIES);
            lab.await("all is read", () -> lag.records() == 0);
            lab.workers().forEach(LabProcess::close);
            long before = lab.simulator().history().size();
            lag.rewind();
            if (engine == Engine.PLAIN) {
                // It keeps in memory who is connected.
                connections.rewind();
            }
            lab.workers().forEach(LabProcess::start);
            lab.workers().forEach(LabProcess::awaitUp);
            lab.await("all is read again", () -> lag.records() == 0);
            // What was read may still be at work: nothing new for a while means that nothing comes.
            Lab.holdsWithin(Duration.ofSeconds(10), () -> false);
            long calls = lab.simulator().history().size() - before;
            say.accept("%s: %d calls while everything was read again".formatted(engine, calls));
            return calls;
        }
    }

    /** Pushes stand on the topics too: a new client in a new group, with a document, for each business. */
    private static List<Company> pushOneOfEach(Lab lab, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Company> pushed = new ArrayList<>();
        for (Business business : lab.businesses()) {
            Company company = business.another(random);
            Instant now = lab.clock().instant();
            lab.bus().publish(Topics.ENTITY_CHANGED, company.changed(1, ChangeCause.CREATED, now));
            lab.bus().publish(Topics.DOCUMENT_CREATED, lab.paper(company));
            lab.bus().publish(Topics.PUSH_REQUESTED, company.pushed(GroupMode.NEW, now));
            pushed.add(company);
        }
        lab.await(
                "every pushed company is a client in a group, with its document",
                () -> lab.businesses().stream()
                        .map(business -> lab.simulator().organisation(business.tenantId()))
                        .allMatch(organisation -> organisation.exclusively(() -> organisation.groups().stream()
                                        .anyMatch(group -> !group.clientIds().isEmpty())
                                && organisation.documents().findAny().isPresent())));
        return pushed;
    }

    /** And decisions: one that costs nothing, and one that costs a look at the client. */
    private static void decideOnOneOfEach(Lab lab, List<Company> companies) {
        Set<String> told = ConcurrentHashMap.newKeySet();
        Set<String> decided = new HashSet<>();
        EventSubscription hearing = lab.bus()
                .hear(
                        Topics.ENTITY_SYNCED,
                        batch -> batch.stream()
                                .map(received -> (EntitySynced) received.event())
                                .filter(Replay::isCarriedOut)
                                .forEach(outcome -> told.addAll(outcome.getCausedBy())));
        try {
            for (Company company : companies) {
                Instant now = lab.clock().instant();
                for (ActionRequested decision : List.of(
                        company.decided(Action.ACCEPT, "email", now), company.decided(Action.CHECK_AGAIN, null, now))) {
                    lab.bus().publish(Topics.ACTION_REQUESTED, decision);
                    decided.add(decision.getEventId());
                }
            }
            lab.await("every decision is carried out", () -> told.containsAll(decided));
        } finally {
            hearing.close();
        }
    }

    private static boolean isCarriedOut(EntitySynced outcome) {
        return switch (outcome.getOutcome()) {
            case RECORDED -> true;
            case UNCHANGED -> outcome.getCalls() > 0;
            case CREATED, UPDATED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> false;
        };
    }

    private static void change(Lab lab, long version) {
        for (Business business : lab.businesses()) {
            for (Company company : business.companies()) {
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        version,
                                        ChangeCause.CORPORATE_MESSENGER,
                                        lab.clock().instant()));
            }
        }
    }
}

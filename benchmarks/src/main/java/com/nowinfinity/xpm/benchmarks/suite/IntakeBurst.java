package com.nowinfinity.xpm.benchmarks.suite;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Connector;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Lag;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * A burst of 100,000 changes over 1,000 businesses while XPM is down. How fast does intake take them, beside bare bulk
 * upserts of the same documents into the same database, and how long does the portal wait for its 202 meanwhile?
 */
final class IntakeBurst {

    private static final int BUSINESSES = 1_000;
    private static final int CHANGES = 100_000;
    private static final int BULK = 500;
    private static final double LEAST_PER_SECOND = 1_000;
    private static final double LEAST_SHARE = 0.5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long GLANCE_MILLIS = 100;

    private IntakeBurst() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings =
                LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, CHANGES / BUSINESSES, options.seed());
        try (Lab lab = Lab.start(settings, say)) {
            Connector connector = lab.openConnector();
            lab.businesses().forEach(business -> lab.connect(business, true));
            double bareBefore = bare(lab, "before");
            lab.simulator().close();
            say.accept("XPM is down; publishing %d changes".formatted(CHANGES));
            AtomicBoolean over = new AtomicBoolean();
            List<Double> portal = new CopyOnWriteArrayList<>();
            Thread watching = Thread.ofPlatform().start(() -> watchPortal(lab, connector, over, portal));
            long began = System.nanoTime();
            for (int round = 0; round < CHANGES / BUSINESSES; round++) {
                for (Business business : lab.businesses()) {
                    Company company = business.companies().get(round);
                    lab.bus()
                            .send(
                                    Topics.ENTITY_CHANGED,
                                    company.changed(
                                            1,
                                            ChangeCause.CORPORATE_MESSENGER,
                                            lab.clock().instant()));
                }
            }
            try (Lag lag = new Lag(lab.brokers(), "sync-worker", List.of(Topics.ENTITY_CHANGED.name()))) {
                lab.await("intake has taken everything", LONGEST, () -> lag.records() == 0);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            over.set(true);
            join(watching);
            double bareAfter = bare(lab, "after");
            double bare = (bareBefore + bareAfter) / 2;
            double perSecond = CHANGES / seconds;
            return new Result(
                    Suite.INTAKE.title(),
                    Map.of(
                            "changes",
                            CHANGES,
                            "seconds",
                            seconds,
                            "perSecond",
                            perSecond,
                            "lagAtEnd",
                            0,
                            "portalP50Millis",
                            Figures.of(portal).median(),
                            "portalP99Millis",
                            Figures.of(portal).percentile(99)),
                    Map.of("perSecond", bare, "perSecondBefore", bareBefore, "perSecondAfter", bareAfter),
                    perSecond / bare,
                    "at least 1,000 a second and at least half of bare bulk upserts; lag back to 0",
                    perSecond >= LEAST_PER_SECOND && perSecond >= bare * LEAST_SHARE);
        }
    }

    /** Upserts of the documents that intake writes, 500 at a time, by nobody but us; the worker is idle meanwhile. */
    private static double bare(Lab lab, String when) {
        try (MongoClient client = MongoClients.create(lab.database())) {
            MongoCollection<Document> collection =
                    client.getDatabase("bare-" + when).getCollection("intents");
            int count = CHANGES / 5;
            List<Company> companies = lab.businesses().stream()
                    .flatMap(business -> business.companies().stream())
                    .limit(count)
                    .toList();
            long began = System.nanoTime();
            for (int from = 0; from < companies.size(); from += BULK) {
                List<WriteModel<Document>> writes = new ArrayList<>();
                for (Company company : companies.subList(from, Math.min(companies.size(), from + BULK))) {
                    EntityChanged change = company.changed(
                            1, ChangeCause.CORPORATE_MESSENGER, lab.clock().instant());
                    String id = company.businessId() + "/" + company.entityId();
                    writes.add(new UpdateOneModel<>(
                            new Document("_id", id),
                            new Document(
                                            "$set",
                                            new Document(
                                                    "pending.1." + change.getEventId(),
                                                    new Document(JsonForm.of(change))))
                                    .append("$inc", new Document("v", 1L)),
                            new UpdateOptions().upsert(true)));
                }
                collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            }
            return count / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void watchPortal(Lab lab, Connector connector, AtomicBoolean over, List<Double> waits) {
        Company company = lab.businesses().getFirst().companies().getFirst();
        for (long version = 2; !over.get(); version++) {
            long began = System.nanoTime();
            connector.post(
                    company.changed(version, ChangeCause.EDITED, lab.clock().instant()));
            waits.add((System.nanoTime() - began) / 1e6);
            Pauses.of(GLANCE_MILLIS);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

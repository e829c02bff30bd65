package com.nowinfinity.xpm.benchmarks.suite;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
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
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * A burst of 100,000 changes of linked, followed companies over 1,000 businesses while XPM is down. How fast does intake
 * take them, beside bare bulk upserts of the same documents into the same database, and how long does the portal wait
 * for its 202 meanwhile? Each round brings the next version of every company; bare and ours come first in turn. Ours are
 * folded between rounds, so bare starts each round from a copy of them as they stand then.
 */
final class IntakeBurst {

    private static final int BUSINESSES = 1_000;
    private static final int CHANGES = 100_000;
    private static final int BULK = 500;
    private static final double LEAST_PER_SECOND = 1_000;
    private static final double LEAST_SHARE = 0.5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LAST_ONES = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final long GLANCE_MILLIS = 100;
    private static final int ACCEPTED = 202;
    /** As long as a real one. */
    private static final String DIGEST = "0".repeat(64);

    private final Lab lab;
    private final Connector connector;
    private final Consumer<String> say;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> portal = new CopyOnWriteArrayList<>();
    /** Of the worst round. */
    private long lagAtEnd;

    private IntakeBurst(Lab lab, Consumer<String> say) {
        this.lab = lab;
        this.connector = lab.openConnector(List.of(lab.businesses().getFirst()));
        this.say = say;
    }

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings =
                LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, CHANGES / BUSINESSES, options.seed());
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            IntakeBurst burst = new IntakeBurst(lab, say);
            lab.simulator().close();
            say.accept("XPM is down; %d changes in each round".formatted(CHANGES));
            for (int round = 0; round < options.roundsOr(Rounds.USUAL); round++) {
                burst.measure(round);
            }
            return burst.result();
        }
    }

    private void measure(int round) {
        boolean bareFirst = round % 2 == 0;
        if (bareFirst) {
            bare.add(bare(round));
        }
        ours.add(ours(round + 2));
        awaitQuiet();
        if (!bareFirst) {
            bare.add(bare(round));
        }
        say.accept("  round %d: ours %.0f a second, bare %.0f a second"
                .formatted(round + 1, ours.getLast(), bare.getLast()));
    }

    /** Changes a second, until intake has committed the last, or its time is over and the lag says what is left. */
    private double ours(long version) {
        AtomicBoolean over = new AtomicBoolean();
        List<Company> companies = inOrder();
        Thread watching = Thread.ofPlatform().start(() -> watchPortal(version, over));
        try (Lag lag = new Lag(lab.brokers(), "sync-worker", List.of(Topics.ENTITY_CHANGED.name()))) {
            long began = System.nanoTime();
            for (Company company : companies) {
                lab.bus().send(Topics.ENTITY_CHANGED, change(company, version));
            }
            Lab.holdsWithin(LONGEST, () -> lag.records() == 0);
            double seconds = (System.nanoTime() - began) / 1e9;
            over.set(true);
            join(watching);
            // What the portal has posted last is taken too.
            Lab.holdsWithin(LAST_ONES, () -> lag.records() == 0);
            lagAtEnd = Math.max(lagAtEnd, lag.records());
            return CHANGES / seconds;
        }
    }

    /** The worker tells nothing any more: the machine is free for the next measure. */
    private void awaitQuiet() {
        try (Lag told = new Lag(lab.brokers(), "nobody", List.of(Topics.ENTITY_SYNCED.name()))) {
            long before = -1;
            long now = told.records();
            while (now != before) {
                before = now;
                Pauses.of(QUIET.toMillis());
                now = told.records();
            }
        }
    }

    /** What the worker keeps of each company, copied to where nobody else looks, with the indexes that it has there. */
    private void copyIntents() {
        try (MongoClient client = MongoClients.create(lab.database())) {
            MongoCollection<Document> copy = bareIntents(client);
            copy.drop();
            copy.createIndex(new Document("due", 1), new IndexOptions().sparse(true));
            copy.createIndex(new Document("link.clientId", 1), new IndexOptions().sparse(true));
            for (Business business : lab.businesses()) {
                Document ofBusiness = new Document("$gt", business.businessId() + "/")
                        .append("$lt", business.businessId() + (char) ('/' + 1));
                copy.insertMany(client.getDatabase("sync-worker")
                        .getCollection("intents")
                        .find(new Document("_id", ofBusiness))
                        .into(new ArrayList<>()));
            }
        }
    }

    private static MongoCollection<Document> bareIntents(MongoClient client) {
        return client.getDatabase("bare").getCollection("intents");
    }

    /**
     * What intake writes of each change: the change into the company's document, and the event's id with a digest of it.
     * 500 changes at a time, in the order in which they come, by nobody but us; the worker is idle meanwhile.
     */
    private double bare(int round) {
        copyIntents();
        Pauses.of(QUIET.toMillis());
        try (MongoClient client = MongoClients.create(lab.database())) {
            MongoCollection<Document> intents = bareIntents(client);
            MongoCollection<Document> events = client.getDatabase("bare").getCollection("events");
            List<Company> companies = inOrder();
            long began = System.nanoTime();
            for (int from = 0; from < companies.size(); from += BULK) {
                List<WriteModel<Document>> changes = new ArrayList<>();
                List<Document> ids = new ArrayList<>();
                for (Company company : companies.subList(from, Math.min(companies.size(), from + BULK))) {
                    EntityChanged change = change(company, round + 2);
                    String id = company.businessId() + "/" + company.entityId();
                    Document noted = new Document("due", id)
                            .append(
                                    "pending." + (round + 2) + "." + change.getEventId(),
                                    new Document(JsonForm.of(change)));
                    changes.add(new UpdateOneModel<>(
                            new Document("_id", id),
                            new Document("$set", noted).append("$inc", new Document("v", 1L)),
                            new UpdateOptions().upsert(true)));
                    ids.add(new Document("_id", company.businessId() + "/" + change.getEventId())
                            .append("digest", DIGEST)
                            .append("at", Date.from(lab.clock().instant())));
                }
                events.insertMany(ids, new InsertManyOptions().ordered(false));
                intents.bulkWrite(changes, new BulkWriteOptions().ordered(false));
            }
            return companies.size() / ((System.nanoTime() - began) / 1e9);
        }
    }

    /** How the burst comes, and so how bare writes it: all businesses change at a time, a company each. */
    private List<Company> inOrder() {
        List<Company> companies = new ArrayList<>(CHANGES);
        for (int index = 0; index < CHANGES / BUSINESSES; index++) {
            for (Business business : lab.businesses()) {
                companies.add(business.companies().get(index));
            }
        }
        return companies;
    }

    private EntityChanged change(Company company, long version) {
        return company.changed(
                version, ChangeCause.CORPORATE_MESSENGER, lab.clock().instant());
    }

    /** One change after the other of a company that is not in the burst's way: its versions lie far ahead. */
    private void watchPortal(long round, AtomicBoolean over) {
        Company company = lab.businesses().getFirst().companies().getFirst();
        for (long version = round * CHANGES; !over.get(); version++) {
            long began = System.nanoTime();
            int status = connector.post(
                    company.changed(version, ChangeCause.EDITED, lab.clock().instant()));
            if (status != ACCEPTED) {
                throw new IllegalStateException("connector-service answers " + status);
            }
            portal.add((System.nanoTime() - began) / 1e6);
            Pauses.of(GLANCE_MILLIS);
        }
    }

    private Result result() {
        Figures perSecond = Figures.of(ours);
        Figures barePerSecond = Figures.of(bare);
        Figures waits = Figures.of(portal);
        double ratio = perSecond.median() / barePerSecond.median();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rounds", ours.size());
        figures.put("changes", CHANGES);
        figures.put("perSecondMedian", perSecond.median());
        figures.put("perSecondMin", perSecond.min());
        figures.put("perSecondMax", perSecond.max());
        figures.put("lagAtEnd", lagAtEnd);
        figures.put("portalPosts", waits.count());
        figures.put("portalP50Millis", waits.median());
        figures.put("portalP99Millis", waits.percentile(99));
        return new Result(
                Suite.INTAKE.title(),
                figures,
                Map.of(
                        "perSecondMedian", barePerSecond.median(),
                        "perSecondMin", barePerSecond.min(),
                        "perSecondMax", barePerSecond.max()),
                ratio,
                "at least 1,000 a second and at least half of bare bulk upserts; lag back to 0",
                perSecond.median() >= LEAST_PER_SECOND && ratio >= LEAST_SHARE && lagAtEnd == 0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

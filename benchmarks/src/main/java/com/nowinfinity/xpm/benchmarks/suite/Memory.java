package com.nowinfinity.xpm.benchmarks.suite;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Lag;
import com.nowinfinity.xpm.benchmarks.lab.Office;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Sample;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * Five thousand people push a company with all its people while XPM is down: a million clients to be created. Does the
 * one worker that has them all stay within its heap: while they arrive, when it starts anew and takes them all over, and
 * when XPM is back? A worker that runs out of memory ends at once. The bar is absolute: the baseline keeps no work.
 */
final class Memory {

    private static final int BUSINESSES = 5_000;
    private static final int INTENTS = 1_000_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final double MEGABYTE = 1 << 20;
    private static final int FAR_ENOUGH = 1_000;
    private static final Duration ARRIVAL = Duration.ofMinutes(60);
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final long GLANCE_SECONDS = 10;
    private static final int PAGE = 1_000;

    private Memory() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, 1, options.seed())
                .withHeap(HEAP_MEGABYTES);
        try (Lab lab = Lab.start(settings, say)) {
            LabProcess worker = lab.workers().getFirst();
            lab.simulator()
                    .play(FaultScript.of(
                            options.seed(), Fault.on("client.api/*", Effect.Respond.of(503, Sample.PLAIN_TEXT))));
            lab.businesses().forEach(business -> lab.connect(business, false));
            long began = System.nanoTime();
            tell(lab);
            say.accept("XPM is down; %d entities and %d pushes are told".formatted(INTENTS, BUSINESSES));
            Heap heap = new Heap(worker);
            awaitPending(lab, heap, say);
            double arrived = (System.nanoTime() - began) / 1e9;
            long pending = stored(lab);
            boolean outlived = worker.isAlive();
            worker.kill();
            worker.start();
            worker.awaitUp();
            say.accept("started anew over %d pending intents".formatted(pending));
            heap.watch(WORK);
            lab.simulator().play(FaultScript.NONE);
            long before = lab.simulator().history().size();
            heap.watch(WORK);
            List<CallRecord> calls = lab.simulator().historyAfter(before);
            long served = calls.stream().map(CallRecord::tenantId).distinct().count();
            boolean alive = worker.isAlive();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("businesses", BUSINESSES);
            figures.put("pendingIntents", pending);
            figures.put("arrivedInSeconds", arrived);
            figures.put("heapMegabytes", HEAP_MEGABYTES);
            figures.put("liveMegabytesMax", heap.mostLive() / MEGABYTE);
            figures.put("shareOfTimeInCollection", heap.shareInCollection());
            figures.put("workerAliveBeforeNewStart", outlived);
            figures.put("workerAlive", alive);
            figures.put("callsOnceXpmWasBack", calls.size());
            figures.put("businessesServed", served);
            return new Result(
                    Suite.MEMORY.title(),
                    figures,
                    null,
                    null,
                    "1,000,000 pending intents in a heap of 256 MB, over a new start; then %,d businesses at least are served in %d minutes"
                            .formatted(FAR_ENOUGH, WORK.toMinutes()),
                    outlived && alive && pending >= INTENTS && served >= FAR_ENOUGH);
        }
    }

    private static void tell(Lab lab) {
        for (Business business : lab.businesses()) {
            Office office = new Office(business.businessId(), INTENTS / BUSINESSES - 1);
            office.entities(lab.clock().instant()).forEach(change -> lab.bus().send(Topics.ENTITY_CHANGED, change));
            lab.bus().send(Topics.PUSH_REQUESTED, office.pushed(lab.clock().instant()));
        }
    }

    /** Until all are read and wait to be sent, as the worker tells; a company that waits for its people may not count. */
    private static void awaitPending(Lab lab, Heap heap, Consumer<String> say) {
        List<String> topics = Topics.work().stream().map(Topic::name).toList();
        try (Lag lag = new Lag(lab.brokers(), "sync-worker", topics)) {
            long until = System.nanoTime() + ARRIVAL.toNanos();
            long pending = 0;
            while (pending < INTENTS - BUSINESSES && System.nanoTime() < until && heap.isWatched()) {
                heap.watch(Duration.ofSeconds(GLANCE_SECONDS));
                pending = heap.isWatched()
                        ? Math.round(lab.workers().getFirst().actuator().figure("work.waiting"))
                        : 0;
                say.accept("  %d records to read, %d intents wait, %.0f MB live"
                        .formatted(lag.records(), pending, heap.mostLive() / MEGABYTE));
            }
        }
    }

    /** The intents in the database with something to send. Counted page by page: the database reads all that it counts. */
    private static long stored(Lab lab) {
        try (MongoClient client = MongoClients.create(lab.database())) {
            var intents = client.getDatabase("sync-worker").getCollection("intents");
            long stored = 0;
            String last = "";
            List<Document> page;
            do {
                page = intents.find(new Document("due", new Document("$gt", last)))
                        .sort(new Document("due", 1))
                        .limit(PAGE)
                        .projection(new Document("demands", 1))
                        .into(new ArrayList<>());
                stored += page.stream()
                        .filter(intent -> !intent.getList("demands", Document.class, List.of())
                                .isEmpty())
                        .count();
                last = page.isEmpty() ? last : page.getLast().getString("_id");
            } while (page.size() == PAGE);
            return stored;
        }
    }

    /** What the worker says of its heap. */
    private static final class Heap {

        private final LabProcess worker;
        private double mostLive;
        private double inCollection;
        private double watched;

        Heap(LabProcess worker) {
            this.worker = worker;
        }

        boolean isWatched() {
            return worker.isAlive();
        }

        void watch(Duration length) {
            long began = System.nanoTime();
            double collectedBefore = collectedSeconds();
            Lab.holdsWithin(length, () -> {
                if (worker.isAlive()) {
                    mostLive = Math.max(mostLive, worker.actuator().figure("jvm.gc.live.data.size"));
                }
                return !worker.isAlive();
            });
            if (worker.isAlive()) {
                inCollection += collectedSeconds() - collectedBefore;
                watched += (System.nanoTime() - began) / 1e9;
            }
        }

        /** After a collection of the whole heap, in bytes. */
        double mostLive() {
            return mostLive;
        }

        double shareInCollection() {
            return inCollection / watched;
        }

        private double collectedSeconds() {
            return worker.actuator().totalSeconds("jvm.gc.pause");
        }
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.Evidence;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.runs.ClientAsEntity;
import com.nowinfinity.xpm.worker.runs.Found;
import com.nowinfinity.xpm.worker.runs.Practice;
import com.nowinfinity.xpm.worker.runs.Run;
import com.nowinfinity.xpm.worker.runs.RunComparison;
import com.nowinfinity.xpm.worker.runs.RunScope;
import com.nowinfinity.xpm.worker.runs.RunTelling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** Tells what a run finds, and remembers what is certain: links, and what both sides agree on. */
final class RunResults {

    /** How far it is. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }

    /** So precisely the report says since when something differs; what is younger is not written again. */
    private static final Duration STALE = Duration.ofHours(20);

    private final Business business;
    private final Run run;
    private final RunTelling telling;
    private final Practice practice;
    private final String tenantId;
    private final LabelSet labels;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<String>> taken = new HashMap<>();
    private final List<CompletableFuture<Void>> published = new ArrayList<>();
    private long compared;

    RunResults(Business business, Run run, RunTelling telling, Practice practice, String tenantId, LabelSet labels) {
        this.business = business;
        this.run = run;
        this.telling = telling;
        this.practice = practice;
        this.tenantId = tenantId;
        this.labels = labels;
    }

    /** Records the links that are certain. */
    void link(Runnable mayStop) {
        long matched = 0;
        for (String entityId : practice.entityIds()) {
            if (practice.match(entityId) instanceof Match.Certain certain) {
                matched++;
                if (certain.evidence() != Evidence.LINK) {
                    Link link = new Link(
                            tenantId, certain.client().id(), certain.evidence().code());
                    business.stores().intents().update(business.id(), entityId, before -> before.linkedTo(link));
                    mayStop.run();
                }
            }
        }
        counts.put("matched", matched);
        counts.put("entities", (long) practice.entityIds().size());
        counts.put(
                "clients",
                practice.clients().stream()
                        .filter(client -> !client.archived() && !client.deleted())
                        .count());
    }

    void compare(Progress progress) {
        RunComparison comparison =
                new RunComparison(practice, new RunScope(run.asked().getKinds()), labels, business.today());
        long total = practice.entityIds().size();
        AtomicLong done = new AtomicLong();
        // One after the other, so that what a run holds does not grow with all that is known of its entities.
        business.stores().intents().forEach(business.id(), intent -> {
            comparison.of(intent.entityId(), intent.base()).ifPresent(found -> {
                tell(found, intent.base());
                agree(intent, found);
                take(intent, found);
            });
            if (practice.entity(intent.entityId()) != null) {
                progress.at(done.incrementAndGet(), total);
            }
        });
        comparison.clientsAlone().forEach(found -> tell(found, Base.NONE));
        comparison.labels().ifPresent(found -> tell(found, Base.NONE));
        counts.put("not-held-in-xpm", comparison.rolesNotHeldInXpm());
        await();
    }

    /** Tells every client that is new or changed since it was told last; that is the import. */
    void importClients() {
        ClientAsEntity translation = new ClientAsEntity(labels, practice::entityOf);
        Map<String, PracticeClient> clients = new HashMap<>();
        practice.clients().forEach(client -> clients.put(client.id(), client));
        List<String> untold = business.stores().mirror().untold(business.id(), tenantId);
        TreeSet<String> concerned = new TreeSet<>(untold);
        concerned.addAll(taken.keySet());
        for (String clientId : concerned) {
            PracticeClient client = clients.get(clientId);
            if (client != null && !client.deleted()) {
                List<String> take = taken.getOrDefault(clientId, List.of());
                published.add(business.events()
                        .publishAsync(
                                Topics.CLIENT_IMPORTED,
                                telling.imported(tenantId, client, translation.of(client), take)));
            }
        }
        await();
        business.stores().mirror().told(business.id(), tenantId, untold);
        counts.put("imported", (long) untold.size());
    }

    SyncFinished finished() {
        TreeSet<String> structures = new TreeSet<>();
        practice.clients().stream()
                .map(client -> client.registration().businessStructure())
                .filter(Objects::nonNull)
                .forEach(structures::add);
        return telling.finished(RunEnd.COMPLETED, compared, counts, structures, null);
    }

    private void tell(Found found, Base base) {
        EntityCompared event =
                telling.compared(found.entity(), found.client(), found.match(), found.differences(), base);
        compared++;
        for (FieldDifference difference : found.differences()) {
            counts.merge(difference.kind().code(), 1L, Long::sum);
        }
        published.add(business.events().publishAsync(Topics.ENTITY_COMPARED, event));
    }

    /** What is agreed now; not while something is on its way to XPM, which would look like a discrepancy. */
    private void agree(Intent intent, Found found) {
        Comparison comparison = found.comparison();
        if (comparison == null) {
            return;
        }
        Instant now = business.now();
        business.stores().intents().update(intent, before -> {
            boolean onItsWay = !before.demands().isEmpty() || !before.pending().isEmpty();
            Base base = comparison.rebase(before.base(), now);
            Instant last = before.base().comparedAt();
            boolean fresh = last != null && last.isAfter(now.minus(STALE));
            return onItsWay || (fresh && base.saysAs(before.base())) ? before : before.withBase(base);
        });
    }

    /** Refresh data: contact fields that XPM holds otherwise; never on the first run of a pair (domain 1.4, 1.5). */
    private void take(Intent intent, Found found) {
        if (!run.asked().getRefreshData()
                || found.comparison() == null
                || intent.base().comparedAt() == null) {
            return;
        }
        Entity entity = Objects.requireNonNull(found.entity());
        PracticeClient client = Objects.requireNonNull(found.client());
        List<String> paths = Arrays.stream(ComparedField.values())
                .filter(ComparedField::isContact)
                .filter(field -> field.theirs(client).form() != null)
                .filter(field -> !Objects.equals(
                        field.theirs(client).form(), field.ours(entity).form()))
                .map(ComparedField::path)
                .toList();
        if (!paths.isEmpty()) {
            taken.put(client.id(), paths);
        }
    }

    private void await() {
        try {
            CompletableFuture.allOf(published.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        published.clear();
    }
}

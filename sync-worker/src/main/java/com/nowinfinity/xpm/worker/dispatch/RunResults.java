package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.runs.ClientAsEntity;
import com.nowinfinity.xpm.worker.runs.Found;
import com.nowinfinity.xpm.worker.runs.Practice;
import com.nowinfinity.xpm.worker.runs.Refresh;
import com.nowinfinity.xpm.worker.runs.Run;
import com.nowinfinity.xpm.worker.runs.RunComparison;
import com.nowinfinity.xpm.worker.runs.RunScope;
import com.nowinfinity.xpm.worker.runs.RunTelling;
import com.nowinfinity.xpm.worker.runs.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;

/** Tells what a run finds, and remembers what is certain: links, and what both sides agree on. */
final class RunResults {

    /** How far it is. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }

    private static final int MOST_UNACKNOWLEDGED = 500;
    /** What is written together; between two of them a run can be stopped. */
    private static final int TOGETHER = 200;

    private final Business business;
    private final Run run;
    private final RunTelling telling;
    private final Practice practice;
    private final String tenantId;
    private final LabelSet labels;
    private final Agreement agreement;
    private final Instant at;
    private final Set<String> apart = new HashSet<>();
    private final boolean refreshes;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<String>> taken = new HashMap<>();
    private final List<CompletableFuture<Void>> published = new ArrayList<>();
    private long compared;

    /** @param at when the run began to read */
    RunResults(
            Business business,
            Run run,
            RunTelling telling,
            Practice practice,
            String tenantId,
            LabelSet labels,
            Instant at) {
        this.business = business;
        this.run = run;
        this.telling = telling;
        this.practice = practice;
        this.tenantId = tenantId;
        this.labels = labels;
        this.agreement = new Agreement(business, tenantId, at);
        this.at = at;
        // The first run of an organisation takes nothing (domain 1.5): nobody has seen a report yet.
        this.refreshes =
                run.asked().getRefreshData() && business.stores().runs().anyCompleted(business.id(), tenantId);
    }

    /** Records the links that are certain. */
    void link(Runnable mayStop) {
        long matched = 0;
        Map<String, Match> news = new HashMap<>();
        for (String entityId : practice.entityIds()) {
            if (practice.match(entityId) instanceof Match.Certain certain) {
                matched++;
                if (Agreement.isNews(certain)) {
                    news.put(entityId, certain);
                }
                if (news.size() == TOGETHER) {
                    mayStop.run();
                    agreement.link(news);
                    news.clear();
                }
            }
        }
        mayStop.run();
        agreement.link(news);
        counts.put("matched", matched);
        counts.put("entities", (long) practice.entityIds().size());
        counts.put(
                "clients",
                practice.clients().stream()
                        .filter(client -> !client.archived() && !client.deleted())
                        .count());
    }

    void compare(Progress progress) {
        RunScope scope = new RunScope(run.asked().getKinds());
        RunComparison comparison = new RunComparison(practice, scope, labels, business.today());
        long total = practice.entityIds().size();
        AtomicLong done = new AtomicLong();
        List<Agreement.Compared> agreed = new ArrayList<>();
        // Some after the others, so that what a run holds does not grow with all that is known of its entities.
        business.stores().intents().forEach(business.id(), stored -> {
            Intent intent = agreement.seen(stored);
            Optional<Found> found = comparison.of(intent);
            found.ifPresent(each -> {
                tell(each, intent.base());
                if (each.comparison() != null) {
                    agreed.add(new Agreement.Compared(stored, each.comparison()));
                }
                take(intent, each);
            });
            Entity entity = practice.entity(stored.entityId());
            boolean looksAt = entity == null || scope.holds(entity.getKind());
            // Only of what has agreed once anybody asks since when it differs.
            if (looksAt && stored.base().comparedAt() != null && !isWhole(intent, found)) {
                apart.add(stored.entityId());
            }
            if (agreed.size() == TOGETHER) {
                apart.addAll(agreement.agree(agreed));
                agreed.clear();
            }
            if (entity != null) {
                progress.at(done.incrementAndGet(), total);
            }
        });
        apart.addAll(agreement.agree(agreed));
        comparison.clientsAlone().forEach(found -> tell(found, Base.NONE));
        comparison.labels().ifPresent(found -> tell(found, Base.NONE));
        counts.put("not-held-in-xpm", comparison.rolesNotHeldInXpm());
        await();
    }

    /** Tells every client that is new or changed since it was told last; that is the import. */
    void importClients() {
        ClientAsEntity translation = new ClientAsEntity(labels, practice::entityOf);
        Map<String, String> untold = business.stores().mirror().untold(business.id(), tenantId);
        Set<String> concerned = new HashSet<>(untold.keySet());
        concerned.addAll(taken.keySet());
        for (PracticeClient client : practice.clients()) {
            if (!concerned.contains(client.id()) || client.deleted()) {
                continue;
            }
            List<String> take = taken.getOrDefault(client.id(), List.of());
            publish(Topics.CLIENT_IMPORTED, telling.imported(tenantId, client, translation.of(client), take));
        }
        await();
        business.stores().mirror().told(business.id(), tenantId, untold);
        counts.put("imported", (long) untold.size());
        if (refreshes) {
            counts.put("refreshed", (long) taken.size());
        }
    }

    SyncFinished finished() {
        TreeSet<String> structures = new TreeSet<>();
        practice.clients().stream()
                .map(client -> client.registration().businessStructure())
                .filter(Objects::nonNull)
                .forEach(structures::add);
        return telling.finished(RunEnd.COMPLETED, compared, counts, structures, null);
    }

    private static boolean isWhole(Intent intent, Optional<Found> found) {
        return found.map(Found::comparison)
                .filter(comparison -> Agreement.isWhole(intent, comparison))
                .isPresent();
    }

    /** What was looked at, once all of it was. */
    Snapshots.Taken snapshot() {
        return new Snapshots.Taken(at, run.asked().getKinds(), apart);
    }

    private void tell(Found found, Base base) {
        EntityCompared event =
                telling.compared(found.entity(), found.client(), found.match(), found.differences(), base);
        compared++;
        for (FieldDifference difference : found.differences()) {
            counts.merge(difference.kind().code(), 1L, Long::sum);
        }
        publish(Topics.ENTITY_COMPARED, event);
    }

    /** Refresh data: never on the first run of an organisation or a pair (domain 1.5). */
    private void take(Intent intent, Found found) {
        if (!refreshes || found.comparison() == null || intent.base().comparedAt() == null) {
            return;
        }
        Entity entity = Objects.requireNonNull(found.entity());
        PracticeClient client = Objects.requireNonNull(found.client());
        List<String> paths = Refresh.of(entity, client, found.comparison(), intent.acceptedOn(business.today()));
        if (!paths.isEmpty()) {
            taken.put(client.id(), paths);
        }
    }

    /** What is not acknowledged yet is held in memory, so it is waited for now and then. */
    private <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        published.add(business.events().publishAsync(topic, event));
        if (published.size() >= MOST_UNACKNOWLEDGED) {
            await();
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

package com.nowinfinity.xpm.worker.intake;

import com.nowinfinity.xpm.bus.EndOffsets;
import com.nowinfinity.xpm.bus.PoisonEventException;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.TaxNumberMarks;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.dispatch.Work;
import com.nowinfinity.xpm.worker.intents.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every event down where its work will find it, then calls for the work. Everything written commutes and repeats
 * without harm, so a batch may come twice and in any order.
 */
public final class Intake implements OneBodyForEachId.Next {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** What has to be in before a run or a push begins: what a person had done by then. */
    private static final List<Topic<?>> BEFORE =
            List.of(Topics.ENTITY_CHANGED, Topics.DOCUMENT_CREATED, Topics.CONNECTION_CHANGED);

    private final Stores stores;
    private final Dispatcher dispatcher;
    private final EndOffsets ends;
    private final Crowds crowds;

    /** @param mostWaiting how many changes of one entity may wait in its intent until somebody looks at them */
    public Intake(Stores stores, Dispatcher dispatcher, EndOffsets ends, int mostWaiting) {
        this.stores = stores;
        this.dispatcher = dispatcher;
        this.ends = ends;
        this.crowds = new Crowds(mostWaiting);
    }

    @Override
    public void handle(List<ReceivedEvent> batch, Predicate<ReceivedEvent> cameBefore) {
        dispatcher.taking(batch.size(), () -> take(batch, cameBefore));
    }

    private void take(List<ReceivedEvent> batch, Predicate<ReceivedEvent> cameBefore) {
        for (ReceivedEvent received : batch) {
            EventCheck.problem(received).ifPresent(problem -> {
                throw new PoisonEventException(received, problem);
            });
        }
        Crowds.Divided changes = crowds.divide(pending(batch, cameBefore));
        stores.intents().record(changes.few());
        List<Runnable> calls = new ArrayList<>();
        for (ReceivedEvent received : batch) {
            calls.add(record(received));
        }
        // After a connection of the same batch, by whose rules they are folded.
        changes.many().forEach(this::fold);
        calls.forEach(Runnable::run);
    }

    /**
     * A tax file number that came whole is cut before anything is stored. As a dead letter the change would be kept with
     * all of it, and its entity would stand still for a field that nobody needs.
     */
    private static EntityChanged withoutTaxNumber(EntityChanged change) {
        Entity told = change.getEntity();
        if (!TaxNumberMarks.isMore(told)) {
            return change;
        }
        LOG.warn(
                "A change of entity {} of business {} came with more of a tax file number than may be told; it was cut",
                told.getEntityId(),
                change.getBusinessId());
        return EntityChanged.newBuilder(change)
                .setEntity(TaxNumberMarks.only(told))
                .build();
    }

    private void fold(Crowds.Subject subject, List<Pending> changes) {
        if (!dispatcher.fold(subject.businessId(), subject.entityId(), changes)) {
            stores.intents().record(changes);
        }
    }

    /** Stores what is not stored yet; returns the call for its work. */
    private Runnable record(ReceivedEvent received) {
        String businessId = received.businessId();
        return switch (received.event()) {
            case EntityChanged changed ->
                calling(businessId, new Work.OfEntity(changed.getEntity().getEntityId()));
            case DocumentCreated created -> {
                stores.documents().record(created);
                yield calling(businessId, new Work.OfDocument(created.getDocumentId()));
            }
            case PushRequested push -> {
                stores.pushes().record(push, received.partition(), endsOf(received.partition()));
                yield calling(businessId, new Work.OfPush(push.getEventId()));
            }
            case SyncRequested run
            when run.getCancel() -> {
                stores.runs().cancel(businessId, run.getRunId());
                yield calling(businessId, new Work.OfRun(run.getRunId()));
            }
            case SyncRequested run -> {
                stores.runs().record(run, received.partition(), endsOf(received.partition()));
                yield calling(businessId, new Work.OfRun(run.getRunId()));
            }
            case ActionRequested action -> {
                stores.actions().record(action);
                yield calling(businessId, new Work.OfAction(action.getEventId()));
            }
            case ConnectionChanged connection -> {
                boolean unlinked = forgetsLinks(connection);
                if (unlinked) {
                    stores.intents().forgetLinks(businessId);
                }
                stores.connections().tell(connection);
                yield () -> {
                    if (unlinked) {
                        dispatcher.startOver(businessId);
                    }
                    dispatcher.connectionChanged(businessId);
                };
            }
            default -> throw new PoisonEventException(received, "no-work-topic");
        };
    }

    /** Whether links were given up since we were told last. */
    private boolean forgetsLinks(ConnectionChanged connection) {
        Instant before =
                stores.connections().of(connection.getBusinessId()).told().getLinksForgottenAt();
        Instant now = connection.getLinksForgottenAt();
        return now != null && (before == null || before.isBefore(now));
    }

    private Runnable calling(String businessId, Work work) {
        return () -> dispatcher.call(businessId, work);
    }

    private Map<String, Long> endsOf(int partition) {
        return ends.of(partition, BEFORE).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().name(), Map.Entry::getValue));
    }

    private static List<Pending> pending(List<ReceivedEvent> batch, Predicate<ReceivedEvent> cameBefore) {
        List<Pending> changes = new ArrayList<>();
        for (ReceivedEvent received : batch) {
            if (received.event() instanceof EntityChanged change) {
                changes.add(new Pending(withoutTaxNumber(change), cameBefore.test(received)));
            }
        }
        return changes;
    }
}

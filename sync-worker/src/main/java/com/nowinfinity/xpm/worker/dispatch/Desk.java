package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.bus.LogMarks;
import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.events.ConnectionTroubled;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher.Tools;
import com.nowinfinity.xpm.worker.intents.Pending;
import com.nowinfinity.xpm.worker.limits.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything for one business: its line, its gate, and the kinds of work. Opens at the first call. */
final class Desk implements Line.Host {

    /** Compared by identity: each opening is another. */
    private record Opened(
            Gate gate,
            Folding folding,
            EntityWork entities,
            PushWork pushes,
            DocumentWork documents,
            RunWork runs,
            ActionWork actions) {}

    private final String businessId;
    private final Shared shared;
    private final Tools tools;
    private final Pace pace;
    private final Line line;
    private final UsageReports reports;
    private final FoldRoom.Door folds;
    private final Turnstile opens;
    /** The events whose demands are on their way just now. */
    private final Set<String> beingSent = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Opened opened;

    Desk(String businessId, Shared shared) {
        this.businessId = businessId;
        this.shared = shared;
        this.tools = shared.tools();
        this.opens = shared.threads().turnstile();
        this.pace = new Pace(tools.gate().ticker());
        this.folds = shared.rooms().folds().door();
        this.line = new Line(
                businessId,
                this,
                shared.threads(),
                shared.alarm(),
                tools.gate().clock(),
                tools.settings(),
                shared.remembering(),
                pace);
        this.reports = new UsageReports(businessId, shared, line);
    }

    void call(Work work) {
        line.call(work);
    }

    /** Called for by what a person has asked for, or by what XPM sets the pace of: it does not queue behind a burst. */
    private void callUrgently(Work work) {
        if (work.isFold()) {
            folds.holdOpen();
        }
        line.callUrgently(work);
    }

    /** Folds changes that are not written down; needs no slot, and so does not wait for the desk to open. */
    void fold(String entityId, List<Pending> changes) {
        Opened works = opened;
        if (works == null) {
            // What is remembered may be from before the business was somebody else's.
            tools.stores().connections().forget(businessId);
            folding(tools.stores()).foldIn(entityId, changes);
            return;
        }
        try {
            works.folding().foldIn(entityId, changes);
        } catch (Hold.NotOwner lost) {
            reopen(works);
            throw lost;
        }
    }

    private Folding folding(Stores stores) {
        return new Folding(businessId, stores, tools.events(), tools.outcomes(), beingSent);
    }

    void connectionChanged() {
        line.connectionChanged();
    }

    void close() {
        line.close();
        Opened works = opened;
        if (works != null) {
            works.gate().close();
        }
    }

    /** Whether nothing of what was in progress goes on any more. */
    boolean isAtRest() {
        return line.isAtRest();
    }

    Standing standing() {
        return new Standing(line.waiting(), line.parked(), pace.still());
    }

    @Override
    public void advanced() {
        Opened works = opened;
        if (works != null) {
            reports.report(works.gate());
        }
    }

    @Override
    public boolean foldsAtOnce() {
        return folds.isOpen();
    }

    @Override
    public Next advance(Work work) {
        Opened works;
        try {
            works = opened();
        } catch (Hold.NotOwner lost) {
            return Next.LOST;
        }
        try {
            Next next = advance(work, works);
            if (next instanceof Next.Lost) {
                reopen(works);
            }
            return next;
        } catch (Hold.NotOwner lost) {
            reopen(works);
            return Next.LOST;
        } catch (RuntimeException e) {
            reopen(works);
            throw e;
        }
    }

    private Next advance(Work work, Opened works) {
        return switch (work) {
            case Work.ReadBack readBack -> {
                remindOfOthers();
                yield atItsTurn(most -> readPage(most, works));
            }
            case Work.OfEntity entity -> atItsTurn(most -> fold(entity.entityId(), most, works));
            case Work.OfSending sending -> works.entities().send(sending.entityId());
            case Work.OfPush push -> follow(push.eventId(), () -> works.pushes().expand(push.eventId()));
            case Work.OfDocument document -> works.documents().advance(document.documentId());
            case Work.OfDelivery delivery -> works.documents().deliver(delivery.documentId());
            case Work.OfRun run ->
                new LogMarks(null, null, run.runId()).call(() -> works.runs().advance(run.runId()));
            case Work.OfAction action ->
                follow(action.eventId(), () -> works.actions().carryOut(action.eventId()));
        };
    }

    private Next follow(String eventId, Supplier<Next> work) {
        return tools.trails().follow(businessId, eventId, work);
    }

    /** Nothing once the business has gone to another worker, or is forgotten, while we stood in the queue. */
    private Next atItsTurn(IntFunction<Next> work) {
        return folds.with(line::isClosed, work);
    }

    /** And what else waits to be folded: together it takes a few commands. */
    private Next fold(String entityId, int most, Opened works) {
        List<String> others = line.readyToFold(most - 1);
        if (others.isEmpty()) {
            return works.entities().fold(entityId);
        }
        List<String> all = new ArrayList<>(others);
        all.add(entityId);
        return Objects.requireNonNull(foldTaken(others, all, works).get(entityId));
    }

    /** Of what is no entity and may have waited for the connection. */
    private void remindOfOthers() {
        if (line.takeMissesOthers()) {
            try {
                tools.stores().dueOf(businessId).forEach(line::remind);
            } catch (RuntimeException e) {
                line.missOthers();
                throw e;
            }
        }
    }

    private Next readPage(int atMost, Opened works) {
        int most = Math.min(atMost, line.page());
        List<String> page = tools.stores().intents().due().after(businessId, line.pageAfter(), most);
        List<String> taken = line.together(page);
        foldTaken(taken, taken, works);
        line.pageRead(page.size() < most ? "" : page.getLast());
        return Next.DONE;
    }

    /** @param taken those that go back into the line, whatever comes */
    private Map<String, Next> foldTaken(List<String> taken, List<String> all, Opened works) {
        Map<String, Next> nexts = new HashMap<>();
        try {
            nexts.putAll(works.entities().foldAll(all));
        } finally {
            line.folded(taken, nexts);
        }
        return nexts;
    }

    private Opened opened() {
        Opened works = opened;
        return works != null ? works : opens.locked(this::open);
    }

    private Opened open() {
        Opened standing = opened;
        if (standing != null) {
            return standing;
        }
        Organisation organisation = shared.opening().open(businessId, line::isClosed);
        Stores stores = tools.stores().ownedBy(organisation.ownerEpoch());
        SlotKeeper slots = new SlotKeeper(
                organisation,
                stores.organisations(),
                shared.app(),
                tools.gate(),
                shared.threads().turnstile(),
                shared.leftSlots());
        Gate gate = new Gate(slots, () -> forNextCall(stores), tools.gate(), tools.tokens(), this::tellTrouble);
        Business business = new Business(
                businessId,
                stores,
                gate,
                tools.xpm(),
                tools.events(),
                tools.outcomes(),
                tools.documents(),
                tools.taxFileNumbers(),
                tools.settings(),
                tools.gate().clock(),
                new Waiters(businessId, stores.intents(), shared.threads().turnstile()),
                new SharedLook(
                        businessId,
                        stores.mirror(),
                        tools.xpm(),
                        tools.settings().sharedLook(),
                        tools.gate().ticker(),
                        line::waiting,
                        shared.threads().turnstile()),
                new Candidates(businessId, stores.mirror()),
                tools.gate().limits().perMinute(),
                this::callUrgently,
                shared.threads(),
                shared.rooms(),
                tools.trails());
        Folding folding = folding(stores);
        Arrival arrival = (work, partition, ends) -> shared.awaited().isBehind(line, work, partition, ends);
        FirstUpdate first = new FirstUpdate(business);
        Opened works = new Opened(
                gate,
                folding,
                new EntityWork(business, new DemandWork(business, first), folding, beingSent),
                new PushWork(business, arrival, tools.gate().limits().perMinute()),
                new DocumentWork(business),
                new RunWork(business, arrival),
                new ActionWork(business, first));
        // Read before it counts as open: when the store fails here, opening begins anew and nothing is forgotten.
        List<Work> due =
                shared.rooms().openings().with(1, () -> stores.dueOf(businessId).toList());
        opened = works;
        due.forEach(line::remind);
        line.readBack();
        return works;
    }

    private Connection forNextCall(Stores stores) {
        pace.step();
        return stores.connections().of(businessId);
    }

    /**
     * After a failure nobody expected, or when another worker has taken the business from us who should not have, what
     * is stored counts and not what we remember, as after a crash; but what has failed waits for its time.
     */
    private void reopen(Opened failed) {
        if (!failed.equals(opened)) {
            // Somebody opens it anew already, and may have to wait.
            return;
        }
        opens.locked(() -> {
            if (failed.equals(opened)) {
                opened = null;
                failed.gate().close();
            }
            return true;
        });
    }

    private void tellTrouble(Connection connection, ConnectionProblem problem) {
        tools.events()
                .publish(
                        Topics.CONNECTION_TROUBLED,
                        ConnectionTroubled.newBuilder()
                                .setEventId(tools.gate().ids().get())
                                .setBusinessId(businessId)
                                .setOccurredAt(tools.gate().clock().instant())
                                .setEpoch(connection.epoch())
                                .setProblem(problem)
                                .build());
    }
}

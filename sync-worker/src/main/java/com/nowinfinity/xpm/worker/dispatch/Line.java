package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.bus.LogMarks;
import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import com.nowinfinity.xpm.worker.dispatch.Queues.Ready;
import com.nowinfinity.xpm.worker.dispatch.Work.Lane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of one business: which of its work is done now. Each piece is done by one thread at a time and a few pieces
 * together; only what is being done has a thread, and only a few hundred pieces are remembered, fewer where many
 * businesses have work: the store remembers all. Businesses have lines of their own, so none waits for another. Safe
 * for many threads.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private static final int QUICK_TOGETHER = 2;
    private static final int DELIVERED_TOGETHER = 2;

    /** Whose line it is. */
    interface Host {

        Next advance(Work work);

        /** A piece of work is over for now, and counted. */
        void advanced();

        /** Whether who folds now need not queue. */
        boolean foldsAtOnce();
    }

    /** What is next; null when nothing is. */
    private interface Source {
        @Nullable
        Ready next();
    }

    private final String businessId;
    private final Host host;
    private final Threads threads;
    private final InstantSource clock;
    private final DispatchSettings settings;
    private final Remembering remembering;
    private final Pace pace;

    private final Queues ready;
    private final Underway underway = new Underway();
    private final Map<Work, Rank> again = new HashMap<>();
    private final Set<Work> reminded = new HashSet<>();
    private final Timetable timed;
    private final Tally tally = new Tally();
    private final ReadingBack readingBack = new ReadingBack();
    private final Holds holds = new Holds();
    /** What is under way and may have looked at a connection that has changed since. */
    private final Set<Work> fromBefore = new HashSet<>();
    /** Whether something that is no entity may wait for a connection that is there by now. */
    private boolean missesOthers;

    private boolean busy;
    private boolean closed;

    Line(
            String businessId,
            Host host,
            Threads threads,
            Alarm alarm,
            InstantSource clock,
            DispatchSettings settings,
            Remembering remembering,
            Pace pace) {
        this.businessId = businessId;
        this.host = host;
        this.threads = threads;
        this.remembering = remembering;
        this.ready = new Queues(remembering);
        this.timed = new Timetable(remembering, alarm, clock, this::ring);
        this.clock = clock;
        this.settings = settings;
        this.pace = pace;
    }

    /** Calls for work that has just arrived. */
    synchronized void call(Work work) {
        call(work, Rank.of(work, Rank.FIRST));
    }

    /** Calls for work that is stored as due: no news, so what waits to be tried again goes on waiting. */
    synchronized void remind(Work work) {
        if (underway.contains(work)) {
            reminded.add(work);
        } else if (!timed.contains(work)
                && work.byWayOfXpm().filter(timed::contains).isEmpty()) {
            call(work);
        }
    }

    /** Calls for work that a person waits for. */
    synchronized void callUrgently(Work work) {
        if (work instanceof Work.OfEntity entity && underway.contains(work)) {
            // It may stand in a queue; who sends folds first.
            call(new Work.OfSending(entity.entityId()), Rank.URGENT);
        }
        call(work, Rank.of(work, Rank.URGENT));
    }

    /** Everything that is not done is looked at once more. */
    synchronized void readBack() {
        readingBack.begin();
        pump();
    }

    synchronized void connectionChanged() {
        underway.all().forEach(work -> {
            fromBefore.add(work);
            again.putIfAbsent(work, Rank.of(work, Rank.FIRST));
        });
        holds.end();
        // Another organisation has times of its own; what waits for its own sake knows it from the store.
        timed.all().forEach((work, rank) -> call(work, Rank.of(work, rank)));
        missesOthers = true;
        readBack();
    }

    /** Whether what is no entity is to be reminded of; asked for once. */
    synchronized boolean takeMissesOthers() {
        boolean misses = missesOthers;
        missesOthers = false;
        return misses;
    }

    /** What is no entity could not be reminded of. */
    synchronized void missOthers() {
        missesOthers = true;
    }

    /** The entities with something that is not sent and not parked. */
    synchronized int waiting() {
        return tally.waiting();
    }

    synchronized int parked() {
        return tally.parked();
    }

    /** Takes no more work. What is in progress finds out at its next slot or write. */
    synchronized void close() {
        closed = true;
        count();
    }

    /** Only lines with work have a share of what is remembered. */
    private void count() {
        boolean now = !closed && !(underway.isEmpty() && ready.isEmpty() && timed.isEmpty());
        if (now != busy) {
            busy = now;
            remembering.change(now ? 1 : -1);
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether nothing is being done. */
    synchronized boolean isAtRest() {
        return underway.isEmpty();
    }

    /** How much a page of a {@link Work.ReadBack} holds. */
    synchronized int page() {
        return ready.page();
    }

    /** Where the page of a {@link Work.ReadBack} begins. */
    synchronized String pageAfter() {
        return readingBack.next();
    }

    /** A page was read: its last id; empty after the last page. */
    synchronized void pageRead(String last) {
        readingBack.read(last);
        if (last.isEmpty()) {
            LOG.debug("Everything due of {} is read back", businessId);
        }
    }

    /** Takes, of these, the entities that nobody folds just now, for one who folds them together. */
    synchronized List<String> together(Collection<String> entityIds) {
        List<String> taken = new ArrayList<>();
        for (String entityId : entityIds) {
            Work fold = new Work.OfEntity(entityId);
            if (underway.takeAlong(fold)) {
                ready.remove(fold);
                timed.remove(fold);
                taken.add(entityId);
            } else {
                again.putIfAbsent(fold, Rank.QUICK);
            }
        }
        return taken;
    }

    /** Takes entities that are ready to be folded, for one who folds them together. */
    synchronized List<String> readyToFold(int most) {
        List<String> taken = ready.pollFolds(most);
        taken.forEach(entityId -> underway.takeAlong(new Work.OfEntity(entityId)));
        return taken;
    }

    /**
     * Whoever took these is through with them.
     *
     * @param nexts how each goes on; those that are missing are tried again
     */
    synchronized void folded(Collection<String> taken, Map<String, Next> nexts) {
        for (String entityId : taken) {
            Work fold = new Work.OfEntity(entityId);
            underway.endAlong(fold);
            Next next = nexts.get(entityId);
            goOn(fold, Rank.QUICK, next == null ? soon() : next);
        }
        pump();
    }

    private void call(Work work, Rank rank) {
        if (closed) {
            return;
        }
        timed.remove(work);
        if (underway.contains(work)) {
            again.merge(work, rank, (one, other) -> one.compareTo(other) < 0 ? one : other);
        } else if (!ready.add(work, rank)) {
            readingBack.missed(rank);
        }
        pump();
    }

    /** Starts what can be started. */
    private void pump() {
        startAll();
        count();
    }

    private void startAll() {
        if (closed) {
            return;
        }
        startQuick();
        startIn(Lane.DELIVERY, Math.min(DELIVERED_TOGETHER, together()), this::nextToDeliver);
        startIn(Lane.SENDING, together(), this::nextToSend);
        Work page = new Work.ReadBack();
        // One that has failed waits for its time.
        boolean mayRead = !underway.contains(page) && !timed.contains(page);
        if (mayRead && readingBack.wantsPage(ready, holds.holdBulk(clock.instant()))) {
            ready.add(page, Rank.QUICK);
            startQuick();
        }
    }

    /** A run goes on for many minutes: it takes nobody else's place where there are few. */
    private int together() {
        int beside = holds.letsOneAhead() ? 1 : remembering.together(settings.together());
        return Math.min(settings.together(), beside + underway.runs());
    }

    /** One that queues to fold takes the others along at his turn; a second one would keep the place of who need not. */
    private void startQuick() {
        startIn(Lane.QUICK, QUICK_TOGETHER, () -> ready.pollQuick(!underway.isFolding() || host.foldsAtOnce()));
    }

    private void startIn(Lane lane, int most, Source source) {
        boolean started = true;
        while (started && underway.in(lane) < most) {
            Ready next = source.next();
            started = next != null && start(next);
        }
    }

    private @Nullable Ready nextToDeliver() {
        return holds.holdAll(clock.instant()) ? null : ready.poll(Rank.DELIVERY);
    }

    private @Nullable Ready nextToSend() {
        Instant now = clock.instant();
        if (holds.holdAll(now)) {
            return null;
        }
        Ready urgent = ready.poll(Rank.URGENT, Rank.URGENT_AGAIN);
        return urgent != null || holds.holdBulk(now) || readingBack.seeksUrgent()
                ? urgent
                : ready.poll(Rank.FIRST, Rank.AGAIN);
    }

    private boolean start(Ready next) {
        Work work = next.work();
        underway.begin(next);
        pace.began();
        try {
            threads.start(() -> new LogMarks(businessId, null, null).run(() -> run(work)));
            return true;
        } catch (RejectedExecutionException e) {
            // The worker is stopping; what is due is read back at the next start.
            underway.end(work);
            pace.ended();
            close();
            return false;
        }
    }

    private void run(Work work) {
        Next next;
        try {
            next = host.advance(work);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed and is tried again: {}", work, businessId, e.toString(), e);
            next = soon();
        }
        finished(work, next);
        host.advanced();
    }

    private Next soon() {
        return new Next.At(clock.instant().plus(settings.patience()));
    }

    private synchronized void finished(Work work, Next next) {
        Rank rank = underway.end(work);
        pace.ended();
        goOn(work, rank, next);
        pump();
    }

    private void goOn(Work work, Rank rank, Next next) {
        work.entity().ifPresent(entityId -> tally.note(entityId, next));
        Rank calledAgain = again.remove(work);
        boolean isFromBefore = fromBefore.remove(work);
        if (work.lane() != Lane.QUICK && !(next instanceof Next.At)) {
            holds.gotThrough();
        }
        switch (next) {
            case Next.Done done -> {}
            case Next.OnConnection connection -> {}
            case Next.OnPerson person -> {}
            case Next.Lost lost -> at(work, clock.instant().plus(settings.patience()), rank);
            case Next.Send send ->
                work.byWayOfXpm().ifPresent(sending -> call(sending, Rank.of(sending, Rank.of(send))));
            case Next.At at -> {
                boolean concernsOthers = at.whom() != Hold.Whom.THIS && !isFromBefore;
                if (calledAgain == null || concernsOthers) {
                    holds.note(at);
                    at(work, at.time(), rank);
                }
            }
        }
        boolean isDue = reminded.remove(work);
        if (calledAgain != null) {
            call(work, calledAgain);
        } else if (isDue) {
            remind(work);
        }
    }

    /** What cannot be remembered by itself is found again when everything due is looked at. */
    private void at(Work work, Instant time, Rank rank) {
        if (work.entity().isPresent() && timed.isFull()) {
            readingBack.notBefore(time, rank.again());
        } else {
            timed.put(work, time, rank.again());
        }
        timed.ringAt(time);
    }

    private synchronized void ring(Instant rung) {
        if (closed) {
            return;
        }
        timed.rung(rung);
        Instant now = clock.instant();
        timed.due(now).forEach((work, rank) -> call(work, Rank.of(work, rank)));
        Instant page = readingBack.ring(now);
        // What is ready and held has no time of its own: it goes on when the hold ends.
        Stream.of(timed.times(), holds.ends(), Stream.ofNullable(page))
                .flatMap(Function.identity())
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .ifPresent(timed::ringAt);
        pump();
    }
}

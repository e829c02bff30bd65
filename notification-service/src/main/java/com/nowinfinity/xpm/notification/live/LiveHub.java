package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.notification.inbox.KeptNotice;
import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.inbox.ReadMarks;
import com.nowinfinity.xpm.notification.progress.Progress;
import com.nowinfinity.xpm.notification.progress.ProgressBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/**
 * Everybody who watches on this instance. It asks the database for the next number of each watched business, so it
 * does not matter which instance took the event. All but {@link #watch} happens on the thread that calls
 * {@link #turn}.
 */
final class LiveHub {

    private final NoticeBook notices;
    private final ReadMarks marks;
    private final ProgressBook progress;
    private final InstantSource clock;
    private final Duration heartbeat;
    private final int streamsPerPerson;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Queue<Watcher> coming = new ConcurrentLinkedQueue<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    LiveHub(
            NoticeBook notices,
            ReadMarks marks,
            ProgressBook progress,
            InstantSource clock,
            Duration heartbeat,
            int streamsPerPerson) {
        this.notices = notices;
        this.marks = marks;
        this.progress = progress;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.streamsPerPerson = streamsPerPerson;
    }

    /**
     * @param lastEventId of an earlier stream that this one goes on from; null to begin with what comes next
     * @throws ProblemException 429 where the caller has as many streams open as one person may have
     */
    Flux<ServerSentEvent<Object>> watch(Caller caller, @Nullable String lastEventId) {
        if (open.merge(caller.sub(), 1, Integer::sum) > streamsPerPerson) {
            left(caller.sub());
            throw new ProblemException(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-streams",
                            "Too many live streams",
                            "One person may have %d open; close one of them first.".formatted(streamsPerPerson))
                    .retryAfter(heartbeat);
        }
        Watcher watcher = new Watcher(caller.sub(), caller.businessIds(), lastEventId, clock);
        coming.add(watcher);
        return watcher.stream();
    }

    /** Sends everything that is new, and takes in those who came. */
    void turn() {
        watchers.forEach(watcher -> watcher.endUnread(heartbeat));
        List<Watcher> gone = watchers.stream().filter(Watcher::isGone).toList();
        gone.forEach(watcher -> left(watcher.sub()));
        watchers.removeAll(gone);
        forgetUnwatched();
        passOnNotices();
        passOnProgress();
        for (Watcher next = coming.peek(); next != null; next = coming.peek()) {
            takeIn(next);
            coming.remove();
        }
        watchers.forEach(watcher -> watcher.beat(heartbeat));
    }

    void endAll() {
        watchers.forEach(Watcher::end);
        coming.forEach(Watcher::end);
    }

    private void left(String sub) {
        open.computeIfPresent(sub, (_sub, streams) -> streams == 1 ? null : streams - 1);
    }

    private void forgetUnwatched() {
        Set<String> watched = new HashSet<>();
        watchers.forEach(watcher -> watched.addAll(watcher.businessIds()));
        heads.keySet().retainAll(watched);
        told.keySet().retainAll(watched);
    }

    private void passOnNotices() {
        List<KeptNotice> found;
        do {
            Map<String, Long> next = new HashMap<>();
            heads.forEach((businessId, head) -> next.put(businessId, head + 1));
            found = next.isEmpty() ? List.of() : notices.numbered(next);
            for (KeptNotice kept : found) {
                heads.put(kept.notice().businessId(), kept.number());
                watching(kept.notice().businessId()).forEach(watcher -> watcher.notify(kept, false));
            }
        } while (!found.isEmpty());
    }

    private void passOnProgress() {
        if (heads.isEmpty()) {
            return;
        }
        for (Progress news : progress.of(heads.keySet())) {
            Instant before = told.put(news.businessId(), news.at());
            if (before == null || before.isBefore(news.at())) {
                watching(news.businessId()).forEach(watcher -> watcher.progress(news));
            }
        }
    }

    private void takeIn(Watcher watcher) {
        for (String businessId : watcher.businessIds()) {
            long head = heads.computeIfAbsent(businessId, notices::last);
            List<KeptNotice> missed = notices.between(businessId, watcher.wants(businessId, head), head);
            Set<String> read =
                    marks.read(missed.stream().map(KeptNotice::notice).toList(), watcher.sub());
            missed.forEach(
                    kept -> watcher.notify(kept, read.contains(kept.notice().id())));
            watcher.passed(businessId, head);
        }
        watcher.say("watching");
        for (Progress news : progress.of(watcher.businessIds())) {
            told.putIfAbsent(news.businessId(), news.at());
            if (news.isRunning()) {
                watcher.progress(news);
            }
        }
        watchers.add(watcher);
    }

    private List<Watcher> watching(String businessId) {
        return watchers.stream()
                .filter(watcher -> watcher.businessIds().contains(businessId))
                .toList();
    }
}

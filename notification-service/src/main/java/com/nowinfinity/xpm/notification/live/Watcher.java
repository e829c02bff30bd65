package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.notification.inbox.KeptNotice;
import com.nowinfinity.xpm.notification.inbox.NoticeItem;
import com.nowinfinity.xpm.notification.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One open stream. Written to by the hub's thread alone. A reader that is too slow is cut off: it comes back with the
 * id of what it has read and misses nothing.
 */
final class Watcher {

    private static final int GREATEST_BACKLOG = 1_000;

    private final String sub;
    private final Set<String> businessIds;
    private final boolean resumes;
    private final StreamPosition position;
    private final InstantSource clock;
    private final Sinks.Many<ServerSentEvent<Object>> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(GREATEST_BACKLOG));
    private final Instant since;
    private Instant lastSent;
    private volatile boolean read;
    private volatile boolean gone;

    Watcher(String sub, Set<String> businessIds, @Nullable String lastEventId, InstantSource clock) {
        this.sub = sub;
        this.businessIds = Set.copyOf(businessIds);
        this.resumes = lastEventId != null && !lastEventId.isBlank();
        this.position = StreamPosition.parse(lastEventId);
        this.clock = clock;
        this.since = clock.instant();
        this.lastSent = since;
    }

    Flux<ServerSentEvent<Object>> stream() {
        return sink.asFlux().doOnSubscribe(_reader -> read = true).doFinally(_end -> gone = true);
    }

    String sub() {
        return sub;
    }

    Set<String> businessIds() {
        return businessIds;
    }

    boolean isGone() {
        return gone;
    }

    /** The number after which this stream wants the business's notices; what is new where it does not say. */
    long wants(String businessId, long newest) {
        return resumes ? Math.min(position.of(businessId).orElse(newest), newest) : newest;
    }

    /** Everything up to this number is dealt with, sent or not meant for this person. */
    void passed(String businessId, long number) {
        position.passed(businessId, number);
    }

    void notify(KeptNotice kept, boolean read) {
        passed(kept.notice().businessId(), kept.number());
        if (kept.isFor(sub)) {
            send(event().event("notification").data(NoticeItem.of(kept.notice(), read)));
        }
    }

    void progress(Progress news) {
        send(event().event("progress").data(news));
    }

    /** A comment, which browsers swallow; the id beside it they keep. */
    void say(String comment) {
        send(event().comment(comment));
    }

    void beat(Duration heartbeat) {
        if (!lastSent.plus(heartbeat).isAfter(clock.instant())) {
            say("still here");
        }
    }

    /** Ends a stream that nobody has begun to read: the answer to a HEAD, or to who was gone before it. */
    void endUnread(Duration patience) {
        if (!read && since.plus(patience).isBefore(clock.instant())) {
            end();
        }
    }

    void end() {
        gone = true;
        sink.tryEmitComplete();
    }

    private ServerSentEvent.Builder<Object> event() {
        return ServerSentEvent.builder().id(position.text(businessIds));
    }

    private void send(ServerSentEvent.Builder<Object> event) {
        lastSent = clock.instant();
        if (sink.tryEmitNext(event.build()).isFailure()) {
            end();
        }
    }
}

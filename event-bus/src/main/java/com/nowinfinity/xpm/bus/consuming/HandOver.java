package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.LogMarks;
import com.nowinfinity.xpm.bus.PoisonEventException;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.bus.consuming.Share.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives events to the handler. A batch that fails as a whole is tried again by partition, so that only the partition
 * at fault waits.
 */
final class HandOver {

    /** No longer than this in trying partitions one by one: whatever fails slowly would otherwise cost the membership. */
    private static final Duration SEPARATELY = Duration.ofSeconds(10);

    private final BatchHandler handler;
    private final Aside aside;
    private final InstantSource clock;
    private final Traces traces;

    HandOver(BatchHandler handler, Aside aside, InstantSource clock, Traces traces) {
        this.handler = handler;
        this.aside = aside;
        this.clock = clock;
        this.traces = traces;
    }

    /** Marks the shares whose events the handler did not take. */
    void give(List<Share> shares) {
        try {
            give(shares.stream().flatMap(share -> share.sound().stream()).toList(), handler);
        } catch (Throwable together) {
            if (shares.size() == 1) {
                shares.getFirst().fail(together);
            } else {
                separately(shares, together);
            }
        }
    }

    private void separately(List<Share> shares, Throwable together) {
        Instant enough = clock.instant().plus(SEPARATELY);
        for (Share share : shares) {
            if (clock.instant().isAfter(enough)) {
                share.fail(together);
                continue;
            }
            try {
                give(share.sound(), handler);
            } catch (Throwable alone) {
                share.fail(alone);
            }
        }
    }

    private void give(List<Pending> events, BatchHandler to) throws Exception {
        List<Pending> rest = new ArrayList<>(events);
        rest.removeIf(pending -> aside.has(pending.record()));
        while (!rest.isEmpty()) {
            try {
                handle(rest.stream().map(Pending::event).toList(), to);
                return;
            } catch (PoisonEventException refusal) {
                Pending refused = find(rest, refusal.received());
                aside.bury(refused.event().topic(), refused.record(), refusal.reason())
                        .join();
                rest.remove(refused);
            }
        }
    }

    /** Log lines name what the events of a batch have in common; one alone goes on in its publisher's trace. */
    private void handle(List<ReceivedEvent> events, BatchHandler to) throws Exception {
        ReceivedEvent first = events.getFirst();
        Supplier<Optional<Exception>> marked = () -> LogMarks.of(events).call(() -> failure(events, to));
        Optional<Exception> failure = events.size() == 1
                ? traces.continuing(first.trace(), "take " + first.topic().name(), marked)
                : marked.get();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Optional<Exception> failure(List<ReceivedEvent> events, BatchHandler to) {
        try {
            to.handle(events);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private static boolean isAt(Pending pending, ReceivedEvent received) {
        return pending.event().topic().equals(received.topic())
                && pending.event().partition() == received.partition()
                && pending.event().offset() == received.offset();
    }

    private static Pending find(List<Pending> events, ReceivedEvent received) {
        return events.stream()
                .filter(pending -> isAt(pending, received))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the handler refused an event that it was not given"));
    }
}

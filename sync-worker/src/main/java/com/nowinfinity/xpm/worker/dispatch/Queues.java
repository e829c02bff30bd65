package com.nowinfinity.xpm.worker.dispatch;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a business is ready to be done, in order: quick work beside the rest; of the rest what a person waits for
 * first, then first attempts, then what was tried before. Holds a bounded number of entities; what finds no room is
 * read back from the store later. Not for several threads.
 */
final class Queues {

    /** In the order of precedence. */
    enum Rank {
        /** To fold what a person waits for. */
        URGENT_QUICK,
        QUICK,
        URGENT,
        FIRST,
        AGAIN;

        /** What waits to be sent has the other one. */
        static Rank of(Work work, Rank otherwise) {
            return switch (work) {
                case Work.OfEntity entity -> otherwise == URGENT ? URGENT_QUICK : QUICK;
                case Work.OfDocument document -> QUICK;
                case Work.ReadBack readBack -> QUICK;
                case Work.OfPush push -> URGENT;
                case Work.OfRun run -> URGENT;
                case Work.OfAction action -> URGENT;
                case Work.OfSending sending -> otherwise;
            };
        }

        static Rank of(Next.Send send) {
            if (send.urgent()) {
                return URGENT;
            }
            return send.retry() ? AGAIN : FIRST;
        }
    }

    private static final int ROOM = 64;
    /** People push hundreds of entities at a time. */
    private static final int ROOM_FOR_URGENT = 512;

    private final Map<Rank, SequencedMap<Work, Rank>> ready = new EnumMap<>(Rank.class);

    private final Remembering remembering;

    Queues(Remembering remembering) {
        this.remembering = remembering;
        for (Rank rank : Rank.values()) {
            ready.put(rank, new LinkedHashMap<>());
        }
    }

    /** False when there is no room for it: of entities, which can be read back. What is ready already keeps its place, or gets a better one. */
    boolean add(Work work, Rank rank) {
        for (Rank standing : Rank.values()) {
            SequencedMap<Work, Rank> queue = of(standing);
            if (queue.containsKey(work)) {
                if (standing.compareTo(rank) <= 0) {
                    return true;
                }
                queue.remove(work);
            }
        }
        if (work.entity().isPresent() && of(rank).size() >= room(rank)) {
            return false;
        }
        of(rank).put(work, rank);
        return true;
    }

    @Nullable
    Work poll(Rank rank) {
        Map.Entry<Work, Rank> first = of(rank).pollFirstEntry();
        return first == null ? null : first.getKey();
    }

    /** @param folds whether it may be something to fold */
    @Nullable
    Work pollQuick(boolean folds) {
        Optional<Work> next = quick().filter(work -> folds || !work.isFold()).findFirst();
        next.ifPresent(this::remove);
        return next.orElse(null);
    }

    /** Takes entities that are to be folded, the first of them. */
    List<String> pollFolds(int most) {
        List<Work> folds =
                quick().filter(Work.OfEntity.class::isInstance).limit(most).toList();
        folds.forEach(this::remove);
        return folds.stream().flatMap(work -> work.entity().stream()).toList();
    }

    private Stream<Work> quick() {
        return Stream.of(Rank.URGENT_QUICK, Rank.QUICK).flatMap(rank -> of(rank).keySet().stream());
    }

    void remove(Work work) {
        ready.values().forEach(queue -> queue.remove(work));
    }

    boolean isEmpty() {
        return ready.values().stream().allMatch(Map::isEmpty);
    }

    /** Whether a further page would find room. */
    boolean hasRoom(Rank rank) {
        return of(rank).size() < room(rank) / 2;
    }

    private int room(Rank rank) {
        return remembering.share(rank == Rank.URGENT || rank == Rank.URGENT_QUICK ? ROOM_FOR_URGENT : ROOM);
    }

    /** How many a page may hold, so that it finds room. */
    int page() {
        return remembering.share(ROOM) / 2;
    }

    private SequencedMap<Work, Rank> of(Rank rank) {
        return Objects.requireNonNull(ready.get(rank));
    }
}

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
 * What of a business is ready to be done, in order: quick work and documents beside the rest; of the rest what a person
 * waits for first, then the others, and of both first attempts before what was tried before. Holds a bounded number of
 * entities; what finds no room is read back from the store later. Not for several threads.
 */
final class Queues {

    /** In the order of precedence. */
    enum Rank {
        /** To fold what a person waits for. */
        URGENT_QUICK,
        QUICK,
        /** To bring a document. */
        DELIVERY,
        URGENT,
        /** What a person waits for and was tried before. */
        URGENT_AGAIN,
        FIRST,
        AGAIN;

        /** What waits to be sent has the other one. */
        static Rank of(Work work, Rank otherwise) {
            return switch (work) {
                case Work.OfEntity entity -> otherwise == URGENT ? URGENT_QUICK : QUICK;
                case Work.OfDocument document -> QUICK;
                case Work.OfDelivery delivery -> DELIVERY;
                case Work.ReadBack readBack -> QUICK;
                case Work.OfPush push -> forAPerson(otherwise);
                case Work.OfRun run -> forAPerson(otherwise);
                case Work.OfAction action -> forAPerson(otherwise);
                case Work.OfSending sending -> otherwise;
            };
        }

        private static Rank forAPerson(Rank otherwise) {
            return otherwise == URGENT_AGAIN ? URGENT_AGAIN : URGENT;
        }

        static Rank of(Next.Send send) {
            Rank first = send.urgent() ? URGENT : FIRST;
            return send.retry() ? first.again() : first;
        }

        /** Of the same work once it has been tried. */
        Rank again() {
            return switch (this) {
                case URGENT_QUICK, QUICK, DELIVERY, URGENT_AGAIN, AGAIN -> this;
                case URGENT -> URGENT_AGAIN;
                case FIRST -> AGAIN;
            };
        }
    }

    /** Something that may be done now, and what it stood among. */
    record Ready(Work work, Rank rank) {}

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

    /**
     * False when there is no room for it: of entities, which can be read back. What is ready already keeps its place, or
     * gets a better one.
     */
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

    /** The first one of the first of these that has one. */
    @Nullable
    Ready poll(Rank... ranks) {
        for (Rank rank : ranks) {
            Map.Entry<Work, Rank> first = of(rank).pollFirstEntry();
            if (first != null) {
                return new Ready(first.getKey(), rank);
            }
        }
        return null;
    }

    /** @param folds whether it may be something to fold */
    @Nullable
    Ready pollQuick(boolean folds) {
        Optional<Work> next = quick().filter(work -> folds || !work.isFold()).findFirst();
        next.ifPresent(this::remove);
        return next.map(work -> new Ready(work, Rank.QUICK)).orElse(null);
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

    /** Whether a further page would find room for all of these. */
    boolean hasRoom(Rank... ranks) {
        return Stream.of(ranks).allMatch(rank -> of(rank).size() < room(rank) / 2);
    }

    private int room(Rank rank) {
        return remembering.share(
                switch (rank) {
                    case URGENT_QUICK, URGENT, URGENT_AGAIN -> ROOM_FOR_URGENT;
                    case QUICK, DELIVERY, FIRST, AGAIN -> ROOM;
                });
    }

    /** How many a page may hold, so that it finds room. */
    int page() {
        return remembering.share(ROOM) / 2;
    }

    private SequencedMap<Work, Rank> of(Rank rank) {
        return Objects.requireNonNull(ready.get(rank));
    }
}

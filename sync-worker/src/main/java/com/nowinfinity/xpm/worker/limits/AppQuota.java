package com.nowinfinity.xpm.worker.limits;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the app may call in a minute over all organisations and workers. Workers take portions of it out of one shared
 * document, {@code app}, so that a call costs no write of its own. Its portions hold no times, because workers' clocks
 * may differ: who took a portion gives it back a window after its last answer, and a portion of somebody who is gone is
 * cleared by whoever has watched it, on a clock of its own, for as long as it can possibly count. Not for several
 * threads: its caller takes turns.
 */
public final class AppQuota {

    private static final String ID = "app";
    private static final String PORTIONS = "portions";
    private static final String PAUSED_UNTIL = "pausedUntil";
    /** For how many milliseconds somebody else has to watch a portion before it cannot count any more. */
    private static final String LENGTH = "length";
    /** A full minute is taken in this many portions. */
    private static final int PORTIONS_IN_A_MINUTE = 50;
    /** A portion that is not used up is left after this part of a window. */
    private static final int USED_WITHIN = 12;

    private final Shelf shelf;
    private final Limits limits;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Supplier<String> ids;
    private final Map<String, Portion> ours = new HashMap<>();
    private final Map<String, Long> strangersSeenAt = new HashMap<>();
    private @Nullable Portion current;
    private String newest = "";
    private int taken;
    private volatile Instant pausedUntil = Instant.EPOCH;

    /** @param ticker a monotonic clock, in nanoseconds */
    public AppQuota(Shelf shelf, Limits limits, InstantSource clock, LongSupplier ticker, Supplier<String> ids) {
        this.shelf = shelf;
        this.limits = limits;
        this.clock = clock;
        this.ticker = ticker;
        this.ids = ids;
    }

    /** A number of calls that are ours to make. */
    private static final class Portion {
        private final int calls;
        private final long takenAt;
        private final Duration length;
        private int left;
        private int open;
        private long lastAnswer;

        private Portion(int calls, long takenAt, Duration length) {
            this.length = length;
            this.calls = calls;
            this.left = calls;
            this.takenAt = takenAt;
            this.lastAnswer = takenAt;
        }
    }

    /** The right to one call, to be given back. */
    public final class Share {
        private final Portion portion;
        private final long takenAt;

        private Share(Portion portion, long takenAt) {
            this.portion = portion;
            this.takenAt = takenAt;
        }

        /** On the monotonic clock, in nanoseconds; not earlier than its turn came, however long that took. */
        public long takenAt() {
            return takenAt;
        }

        /** The call was answered, or may have reached XPM. */
        public void answered() {
            portion.open--;
            portion.lastAnswer = ticker.getAsLong();
        }

        /** The call never left. */
        public void unused() {
            portion.open--;
            portion.left++;
        }
    }

    /** Empty when there is none now; then {@link #retryIn} says when to ask again. */
    public Optional<Share> take(Slot.Purpose purpose) {
        long now = ticker.getAsLong();
        if (isPaused()) {
            return Optional.empty();
        }
        if (purpose == Slot.Purpose.LIST) {
            // By itself: what others have to watch for so long after a death must not be more than this one call.
            return shared(
                    write(used -> Math.min(1, limits.appPerMinute() - used), now, longest(purpose)) == 0
                            ? null
                            : ours.get(newest),
                    now);
        }
        if (current == null || current.left == 0 || now - current.takenAt > usedWithin()) {
            current = next(now);
        }
        return shared(current, now);
    }

    private Optional<Share> shared(@Nullable Portion portion, long now) {
        if (portion == null) {
            return Optional.empty();
        }
        portion.left--;
        portion.open++;
        return Optional.of(new Share(portion, now));
    }

    /** Empty while XPM has not asked everybody to wait. For any thread, at any time. */
    public Optional<Instant> pausedUntil() {
        return isPaused() ? Optional.of(pausedUntil) : Optional.empty();
    }

    public Duration retryIn() {
        return isPaused()
                ? Duration.between(clock.instant(), pausedUntil)
                : limits.window().dividedBy(2L * USED_WITHIN);
    }

    /** XPM refused a call by the app's limit: every worker waits, each from its next portion on. */
    public void refused(Duration wait) {
        pauseUntil(clock.instant().plus(wait));
        boolean told = false;
        while (!told) {
            Document stored = shelf.find(ID).orElse(null);
            adopt(stored);
            told = save(stored, standing(stored, ticker.getAsLong()));
        }
    }

    /** XPM says that less is left than we thought: what others use counts as a portion too. */
    public void corrected(int left) {
        int used = limits.appPerMinute() - left;
        if (used > taken) {
            write(known -> used - known, null, limits.window());
        }
    }

    private boolean isPaused() {
        return pausedUntil.isAfter(clock.instant());
    }

    private void pauseUntil(Instant time) {
        pausedUntil = time.isAfter(pausedUntil) ? time : pausedUntil;
    }

    private void adopt(@Nullable Document stored) {
        Date until = stored == null ? null : stored.getDate(PAUSED_UNTIL);
        if (until != null) {
            pauseUntil(until.toInstant());
        }
    }

    private @Nullable Portion next(long now) {
        int size = Math.max(1, limits.appPerMinute() / PORTIONS_IN_A_MINUTE);
        int granted = write(used -> Math.min(size, limits.appPerMinute() - used), now, longest(Slot.Purpose.READ));
        return granted == 0 ? null : ours.get(newest);
    }

    /**
     * Writes what is over out of the document and a new portion into it; how many calls it got.
     *
     * @param grant how many calls it is to get, by how many are taken
     * @param takenAt null for what is not ours
     * @param length for how long others have to watch it
     */
    private int write(IntUnaryOperator grant, @Nullable Long takenAt, Duration length) {
        while (true) {
            Document stored = shelf.find(ID).orElse(null);
            adopt(stored);
            if (takenAt != null && isPaused()) {
                return 0;
            }
            List<Document> standing = standing(stored, ticker.getAsLong());
            int used = standing.stream()
                    .mapToInt(portion -> portion.getInteger("calls"))
                    .sum();
            int granted = grant.applyAsInt(used);
            taken = used + Math.max(0, granted);
            if (granted <= 0) {
                return 0;
            }
            String id = ids.get();
            standing.add(portion(id, granted, length));
            if (save(stored, standing)) {
                if (takenAt != null) {
                    ours.put(id, new Portion(granted, takenAt, length));
                    newest = id;
                }
                return granted;
            }
        }
    }

    private List<Document> standing(@Nullable Document stored, long now) {
        List<Document> standing = new ArrayList<>();
        Map<String, Long> watched = new HashMap<>();
        if (stored != null) {
            for (Document portion : stored.getList(PORTIONS, Document.class)) {
                String id = portion.getString("id");
                Portion mine = ours.get(id);
                if (mine != null) {
                    int counts = counts(mine, now);
                    if (counts > 0) {
                        standing.add(portion(id, counts, mine.length));
                    }
                    continue;
                }
                long seenAt = strangersSeenAt.getOrDefault(id, now);
                if (now - seenAt < TimeUnit.MILLISECONDS.toNanos(portion.getLong(LENGTH))) {
                    watched.put(id, seenAt);
                    standing.add(portion);
                }
            }
        }
        strangersSeenAt.clear();
        strangersSeenAt.putAll(watched);
        forget(now);
        return standing;
    }

    /** How many calls of a portion of ours still count. */
    private int counts(Portion portion, long now) {
        if (portion.open > 0 || now - portion.takenAt <= usedWithin()) {
            return portion.calls;
        }
        int made = portion.calls - portion.left;
        return now - portion.lastAnswer <= limits.window().toNanos() ? made : 0;
    }

    private void forget(long now) {
        for (Iterator<Portion> portions = ours.values().iterator(); portions.hasNext(); ) {
            if (counts(portions.next(), now) == 0) {
                portions.remove();
            }
        }
    }

    private boolean save(@Nullable Document stored, List<Document> standing) {
        long revision = stored == null ? 0 : stored.getLong(Shelf.REVISION);
        Document next =
                new Document("_id", ID).append(Shelf.REVISION, revision + 1).append(PORTIONS, standing);
        if (isPaused()) {
            next.append(PAUSED_UNTIL, Date.from(pausedUntil));
        }
        return stored == null ? shelf.insert(next) : shelf.replace(next, revision);
    }

    private long usedWithin() {
        return limits.window().dividedBy(USED_WITHIN).toNanos();
    }

    /** Used up, answered and out of every rolling window. */
    private Duration longest(Slot.Purpose purpose) {
        return limits.window()
                .dividedBy(USED_WITHIN)
                .plus(limits.slotLength(purpose))
                .plus(limits.window());
    }

    private static Document portion(String id, int calls, Duration length) {
        return new Document("id", id).append("calls", calls).append(LENGTH, length.toMillis() + 1);
    }
}

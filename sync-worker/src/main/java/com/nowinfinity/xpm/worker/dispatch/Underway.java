package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import com.nowinfinity.xpm.worker.dispatch.Queues.Ready;
import com.nowinfinity.xpm.worker.dispatch.Work.Lane;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What of a line is being done just now: by a thread of its own, or folded along with another. Not for several threads. */
final class Underway {

    private final Map<Work, Rank> ranks = new HashMap<>();
    private final Map<Lane, Integer> threads = new EnumMap<>(Lane.class);
    private int folding;

    boolean isEmpty() {
        return ranks.isEmpty();
    }

    boolean contains(Work work) {
        return ranks.containsKey(work);
    }

    Set<Work> all() {
        return Collections.unmodifiableSet(ranks.keySet());
    }

    void begin(Ready next) {
        ranks.put(next.work(), next.rank());
        count(next.work(), 1);
    }

    /** The rank that it was begun with. */
    Rank end(Work work) {
        count(work, -1);
        return Objects.requireNonNull(ranks.remove(work));
    }

    /** False when it is being done already. */
    boolean takeAlong(Work fold) {
        return ranks.putIfAbsent(fold, Rank.QUICK) == null;
    }

    void endAlong(Work fold) {
        ranks.remove(fold);
    }

    /** How many have a thread. */
    int in(Lane lane) {
        return threads.getOrDefault(lane, 0);
    }

    /** Whether one that has a thread folds. */
    boolean isFolding() {
        return folding > 0;
    }

    int runs() {
        return (int)
                ranks.keySet().stream().filter(Work.OfRun.class::isInstance).count();
    }

    private void count(Work work, int change) {
        threads.merge(work.lane(), change, Integer::sum);
        folding += work.isFold() ? change : 0;
    }
}

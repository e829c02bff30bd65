package com.nowinfinity.xpm.connector.deadletters;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.bus.letters.DeadLetter;
import com.nowinfinity.xpm.bus.letters.DeadLetterBox;
import com.nowinfinity.xpm.bus.letters.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sees, replays and drops. A record is replayed once: marked before it is published, unmarked when that fails. */
final class DeadLetterDesk {

    /** Longer than a replay can take; what is marked as under way after that was left by a crash. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final DeadLetterBox box;
    private final Marks marks;
    private final InstantSource clock;

    DeadLetterDesk(DeadLetterBox box, Marks marks, InstantSource clock) {
        this.box = box;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Each record once, though every reader of its topic has put it aside. Reads from the first place on, whatever the
     * page: an earlier one may have shown another reader's copy.
     *
     * @param all those that were replayed or dropped too
     */
    List<LetterView> list(@Nullable Place after, int limit, boolean all) {
        Map<String, Mark> known = marks.all();
        Set<String> listed = new HashSet<>();
        return box
                .list(null, limit, letter -> {
                    Mark mark = known.get(Marks.id(letter));
                    boolean open = mark == null || mark.state() == Mark.State.REPLAYING;
                    boolean first = listed.add(Marks.id(letter));
                    return first
                            && (all || open)
                            && (after == null || letter.place().compareTo(after) > 0);
                })
                .stream()
                .map(letter -> LetterView.of(letter, known.get(Marks.id(letter))))
                .toList();
    }

    LetterView show(String id) {
        DeadLetter letter = found(id);
        return LetterView.of(letter, marks.of(letter));
    }

    LetterView replay(String id, String by) {
        DeadLetter letter = found(id);
        Mark seen = marks.of(letter);
        if (seen != null && !isLeftUnfinished(seen)) {
            throw done(seen);
        }
        Mark begun = mark(Mark.State.REPLAYING, by);
        if (!marks.mark(letter, seen, begun)) {
            throw done(begun);
        }
        boolean published = false;
        try {
            published = box.replay(letter.place());
        } finally {
            if (!published) {
                marks.unmark(letter, begun);
            }
        }
        if (!published) {
            throw gone();
        }
        Mark ended = mark(Mark.State.REPLAYED, by);
        marks.mark(letter, begun, ended);
        return LetterView.of(letter, ended);
    }

    void drop(String id, String by) {
        DeadLetter letter = found(id);
        Mark seen = marks.of(letter);
        if (seen != null && seen.state() == Mark.State.DROPPED) {
            return;
        }
        boolean free = seen == null || isLeftUnfinished(seen);
        if (!free || !marks.mark(letter, seen, mark(Mark.State.DROPPED, by))) {
            throw done(seen == null ? mark(Mark.State.REPLAYING, by) : seen);
        }
    }

    private boolean isLeftUnfinished(Mark mark) {
        return mark.state() == Mark.State.REPLAYING
                && mark.at().isBefore(clock.instant().minus(UNDER_WAY));
    }

    private Mark mark(Mark.State state, String by) {
        return new Mark(state, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private DeadLetter found(String id) {
        return Place.of(id).flatMap(box::find).orElseThrow(DeadLetterDesk::gone);
    }

    private static ProblemException gone() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "dead-letter-not-found",
                "Not Found",
                "There is no such dead letter, or none any more.");
    }

    private static ProblemException done(Mark mark) {
        return switch (mark.state()) {
            case REPLAYED ->
                conflict("already-replayed", "It was already put on its topic again, and is so once only.");
            case DROPPED -> conflict("already-dropped", "It was already dropped.");
            case REPLAYING -> conflict("replay-under-way", "It is being put on its topic at this moment.");
        };
    }

    private static ProblemException conflict(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, "Conflict", detail);
    }
}

package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.util.ArrayList;
import java.util.List;

/** What matching says of one entity. */
public sealed interface Match {

    /**
     * The client it is.
     *
     * @param twins other clients that are the same, by the same certainty: live ones, and archived ones
     */
    record Certain(PracticeClient client, Evidence evidence, List<PracticeClient> twins) implements Match {}

    /** The client it is linked to, which something contradicts. */
    record Contradicted(PracticeClient client, String contradiction) implements Match {}

    /** Several live clients that are one another's twins, and this entity; nothing is linked by itself. */
    record Twins(List<PracticeClient> clients, Evidence evidence) implements Match {}

    /** Several clients that it is by certain evidence and that are not one; a person decides. */
    record Ambiguous(List<PracticeClient> candidates, Evidence evidence) implements Match {}

    /** One or several that it may be, by evidence that never links by itself. */
    record Suggested(List<PracticeClient> candidates, Evidence evidence) implements Match {}

    /** It is there, but archived: nothing but a person in XPM restores it. */
    record Archived(PracticeClient client, Evidence evidence) implements Match {}

    /** It is there as a prospect only. */
    record Prospect(PracticeClient client, Evidence evidence) implements Match {}

    /** A client of the same number and name, which XPM keeps as something else. */
    record OtherStructure(PracticeClient client, Evidence evidence) implements Match {}

    /** No client shows any evidence. */
    record None() implements Match {}

    /** The clients that the entity speaks of, in this way or that. */
    default List<PracticeClient> clients() {
        return switch (this) {
            case Certain certain -> {
                List<PracticeClient> all = new ArrayList<>(certain.twins());
                all.addFirst(certain.client());
                yield List.copyOf(all);
            }
            case Contradicted contradicted -> List.of(contradicted.client());
            case Twins twins -> twins.clients();
            case Ambiguous ambiguous -> ambiguous.candidates();
            case Suggested suggested -> suggested.candidates();
            case Archived archived -> List.of(archived.client());
            case Prospect prospect -> List.of(prospect.client());
            case OtherStructure other -> List.of(other.client());
            case None none -> List.of();
        };
    }
}

package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.util.List;

/** What matching says of one entity. */
public sealed interface Match {

    /** The client it is. */
    record Certain(PracticeClient client, Evidence evidence) implements Match {}

    /** The client it is linked to, which something contradicts. */
    record Contradicted(PracticeClient client, String contradiction) implements Match {}

    /** Several clients that it may be; a person decides. */
    record Ambiguous(List<PracticeClient> candidates, Evidence evidence) implements Match {}

    /** It is there, but archived: nothing but a person in XPM restores it. */
    record Archived(PracticeClient client, Evidence evidence) implements Match {}

    /** It is there as a prospect only. */
    record Prospect(PracticeClient client, Evidence evidence) implements Match {}

    /** No client shows any evidence. */
    record None() implements Match {}
}

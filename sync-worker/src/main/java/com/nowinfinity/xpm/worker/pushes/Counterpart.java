package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import org.jspecify.annotations.Nullable;

/** What an entity is in XPM, as far as that is known without a call. */
public sealed interface Counterpart {

    /** A client, linked or certain, against which nothing speaks. */
    record Known(PracticeClient client) implements Counterpart {}

    /** Nothing yet. */
    record Missing() implements Counterpart {}

    /**
     * A person has to look first, or what XPM shows is not known: nothing is said to be written.
     *
     * @param clientId the client for which its roles stand all the same; null for none
     */
    record Unclear(@Nullable String clientId) implements Counterpart {}
}

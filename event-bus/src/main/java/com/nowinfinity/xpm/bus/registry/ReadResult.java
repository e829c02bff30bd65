package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import java.time.Duration;

/** What a record turned out to be. */
public sealed interface ReadResult {

    /** An event. */
    record Sound(ReceivedEvent event) implements ReadResult {}

    /**
     * Something that no repetition makes an event.
     *
     * @param code stable, lower case with hyphens
     * @param text for an operator; holds nothing from the record
     */
    record Poison(String code, String text) implements ReadResult {}

    /**
     * Cannot be told while the registry does not say.
     *
     * @param atLeast asking earlier is no use; zero where it may be
     */
    record Undecided(String reason, Duration atLeast) implements ReadResult {}
}

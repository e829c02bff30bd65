package com.nowinfinity.xpm.bus.letters;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dead letters of all topics. Every method reads the broker and may throw {@link BrokerUnavailableException}. */
public interface DeadLetterBox {

    /**
     * In the order of their places.
     *
     * @param after only later ones; null for all
     * @param limit at most so many of the wanted ones
     */
    List<DeadLetter> list(@Nullable Place after, int limit, Predicate<DeadLetter> wanted);

    Optional<DeadLetter> find(Place place);

    /**
     * Publishes the record on its topic once more: the bytes, key and headers that it came with, in its partition.
     * Returns when the broker has it.
     *
     * @return false where it is not there any more
     */
    boolean replay(Place place);
}

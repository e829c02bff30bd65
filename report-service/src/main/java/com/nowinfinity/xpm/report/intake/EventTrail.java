package com.nowinfinity.xpm.report.intake;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** One thing that this service remembers of the events. */
@FunctionalInterface
public interface EventTrail {

    /**
     * Remembers what concerns it. The same events may come again, whole or in part, and events of different topics in
     * any order: what is remembered must be the same in the end.
     */
    void record(List<ReceivedEvent> batch);

    /** The batch's events of one type, in order. */
    static <T extends SpecificRecord> Stream<T> only(List<ReceivedEvent> batch, Class<T> type) {
        return batch.stream().map(ReceivedEvent::event).filter(type::isInstance).map(type::cast);
    }
}

package com.nowinfinity.xpm.events;

import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/**
 * One topic. The key is the business's id as UTF-8; the value is Avro in Confluent's frame, subject {@code <name>-value}.
 *
 * @param name name without the site's prefix
 * @param type the record on it
 * @param owner the service that creates the topic and registers its schema
 * @param work whether the sync-worker reads it: all work topics have the same number of partitions
 * @param compacted whether only the newest record of a business has to be kept
 * @param retention how long records stay; meaningless when compacted
 */
@NullMarked
public record Topic<T extends SpecificRecord>(
        String name, Class<T> type, Owner owner, boolean work, boolean compacted, Duration retention) {

    static {
        EventClasses.trust();
    }

    /** The services that own topics. */
    public enum Owner {
        CONNECTOR_SERVICE,
        SYNC_WORKER,
        REPORT_SERVICE
    }

    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    /** Registry subject of a topic with this full name, by Confluent's TopicNameStrategy. */
    public static String subject(String fullName) {
        return fullName + "-value";
    }

    /** Where the undecodable records of a topic with this full name go. */
    public static String deadLetters(String fullName) {
        return fullName + ".dead";
    }
}

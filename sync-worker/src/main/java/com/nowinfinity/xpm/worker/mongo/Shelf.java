package com.nowinfinity.xpm.worker.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * A collection of documents, each under its {@code _id}. All that the stores ask of a database: every write concerns
 * one document and is there for good once it returns. Safe for many threads and processes.
 */
public interface Shelf {

    /** Counts a document's writes. */
    String REVISION = "v";

    Optional<Document> find(String id);

    /** Those that are there, in any order. */
    default List<Document> findAll(Collection<String> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** False, and nothing changed, when the id is known. */
    boolean insert(Document document);

    /** Stores whole documents, known or not. */
    void put(Collection<Document> documents);

    /** False, and nothing changed, when the id is unknown or its {@link #REVISION} is another one. */
    boolean replace(Document document, long revision);

    /**
     * As {@link #replace}, of several documents, each of which carries the revision after the one that is expected; false
     * when one of them or more was not as expected.
     */
    default boolean replaceAll(Collection<Document> documents) {
        boolean all = true;
        for (Document document : documents) {
            all &= replace(document, document.getLong(REVISION) - 1);
        }
        return all;
    }

    /** Sets fields, by their paths, and takes others away; does nothing when the id is unknown. */
    void change(String id, Document set, Collection<String> unset);

    /**
     * Sets fields of a document as long as it is as expected; false, and nothing changed, when it is not.
     *
     * @param expected {@code _id} and further paths with values, null for none, or with {@code $ne}
     */
    boolean changeIf(Document expected, Document set);

    /** Sets fields, by their paths, of documents known or not, and raises their revisions. In any order. */
    void merge(Collection<Merge> merges);

    void remove(String id);

    /**
     * Hands over what fits a filter, in the order of the first field that the filter names.
     *
     * @param filter at least one path, each with a value, or with {@code $gt}, {@code $gte}, {@code $lt}
     * @param fields all when empty; {@code _id} always
     * @param atMost how many; 0 for all
     */
    void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink);

    /** How many documents {@link #scan} would hand over. */
    default int count(Document filter) {
        AtomicInteger found = new AtomicInteger();
        scan(filter, List.of("_id"), 0, document -> found.incrementAndGet());
        return found.get();
    }

    default void put(Document document) {
        put(List.of(document));
    }

    /** Sets fields of several documents, by their ids. */
    default void setAll(Map<String, Document> sets) {
        sets.forEach(this::set);
    }

    default void set(String id, Document set) {
        change(id, set, List.of());
    }

    default void scan(Document filter, Consumer<Document> sink) {
        scan(filter, List.of(), 0, sink);
    }

    /** One document's part in a {@link #merge}. */
    record Merge(String id, Document set) {}
}

package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a filter allows a field, ends included: perhaps more than it allows, as the server looks again at each
 * document that is found. For fields that hold one value, not lists.
 *
 * @param to null for no end
 */
record TextRange(String from, @Nullable String to) {

    /** Empty when the filter says nothing of the field, or something that is no range of texts. */
    static Optional<TextRange> of(String field, Document filter) {
        String from = null;
        String to = null;
        for (Map.Entry<String, Object> condition : filter.entrySet()) {
            Optional<TextRange> range = Optional.empty();
            if (condition.getKey().equals(field)) {
                range = ofValue(condition.getValue());
            } else if (condition.getKey().equals("$and") && condition.getValue() instanceof Collection<?> all) {
                range = all.stream()
                        .filter(Document.class::isInstance)
                        .flatMap(one -> of(field, (Document) one).stream())
                        .reduce(TextRange::within);
            }
            if (range.isPresent()) {
                TextRange both = from == null ? range.get() : new TextRange(from, to).within(range.get());
                from = both.from();
                to = both.to();
            }
        }
        return from == null ? Optional.empty() : Optional.of(new TextRange(from, to));
    }

    private static Optional<TextRange> ofValue(Object value) {
        if (value instanceof String text) {
            return Optional.of(new TextRange(text, text));
        }
        if (!(value instanceof Document operators)) {
            return Optional.empty();
        }
        String from = null;
        String to = null;
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            if (operator.getValue() instanceof String text) {
                switch (operator.getKey()) {
                    case "$gt", "$gte" -> from = text;
                    case "$lt", "$lte" -> to = text;
                    case "$eq" -> from = to = text;
                    default -> {}
                }
            }
        }
        return from == null && to == null ? Optional.empty() : Optional.of(new TextRange(from == null ? "" : from, to));
    }

    boolean isOne() {
        return from.equals(to);
    }

    private TextRange within(TextRange other) {
        String end = to == null || (other.to != null && other.to.compareTo(to) < 0) ? other.to : to;
        return new TextRange(from.compareTo(other.from) < 0 ? other.from : from, end);
    }

    /** The positions that an index holds in this range of its first field, in order, each read when it is asked for. */
    Iterator<Object> in(MVMap<KeyValue, Object> index) {
        Cursor<KeyValue, Object> cursor = index.cursor(new KeyValue(from));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .takeWhile(this::holds)
                .map(key -> cursor.getValue())
                .iterator();
    }

    /** Other values than texts stand before or behind all texts. */
    private boolean holds(KeyValue key) {
        return key.get(0) instanceof String text && (to == null || text.compareTo(to) <= 0);
    }
}

package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A shelf in memory that does what MongoDB does, as far as the stores ask for it. */
public class MemoryShelf implements Shelf {

    private static final String ID = "_id";

    private final TreeMap<String, Document> documents = new TreeMap<>();

    @Override
    public Optional<Document> find(String id) {
        return Optional.ofNullable(documents.get(id)).map(MemoryShelf::copy);
    }

    @Override
    public boolean insert(Document document) {
        return documents.putIfAbsent(document.getString(ID), copy(document)) == null;
    }

    @Override
    public void put(Collection<Document> puts) {
        puts.forEach(document -> documents.put(document.getString(ID), copy(document)));
    }

    @Override
    public boolean replace(Document document, long revision) {
        Document standing = documents.get(document.getString(ID));
        if (standing == null || !Objects.equals(standing.get(REVISION), revision)) {
            return false;
        }
        documents.put(document.getString(ID), copy(document));
        return true;
    }

    @Override
    public void change(String id, Document set, Collection<String> unset) {
        Document standing = documents.get(id);
        if (standing != null) {
            set.forEach((path, value) -> setPath(standing, path, value));
            unset.forEach(standing::remove);
        }
    }

    @Override
    public boolean changeIf(Document expected, Document set) {
        Document standing = documents.get(expected.getString(ID));
        if (standing == null || !fits(standing, expected)) {
            return false;
        }
        change(expected.getString(ID), set, List.of());
        return true;
    }

    @Override
    public void merge(Collection<Merge> merges) {
        for (Merge merge : merges) {
            Document standing = documents.computeIfAbsent(merge.id(), id -> new Document(ID, id));
            merge.set().forEach((path, value) -> setPath(standing, path, value));
            standing.put(REVISION, standing.get(REVISION, 0L) + 1);
        }
    }

    @Override
    public void remove(String id) {
        documents.remove(id);
    }

    @Override
    public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
        List<Document> found = documents.values().stream()
                .filter(document -> fits(document, filter))
                .limit(atMost == 0 ? Long.MAX_VALUE : atMost)
                .map(MemoryShelf::copy)
                .toList();
        found.forEach(sink);
    }

    private static boolean fits(Document document, Document filter) {
        return filter.entrySet().stream().allMatch(condition -> {
            Object value = path(document, condition.getKey());
            return condition.getValue() instanceof Document operators
                    ? operators.entrySet().stream().allMatch(op -> holds(op.getKey(), value, op.getValue()))
                    : Objects.equals(value, condition.getValue()) || isAmong(condition.getValue(), value);
        });
    }

    /** A field that holds a list is found by each of its items. */
    private static boolean isAmong(Object item, @Nullable Object value) {
        return value instanceof Collection<?> list && list.contains(item);
    }

    private static boolean holds(String operator, @Nullable Object value, Object operand) {
        return switch (operator) {
            case "$ne" -> !Objects.equals(value, operand);
            case "$gt" -> value instanceof String text && text.compareTo((String) operand) > 0;
            case "$gte" -> value instanceof String text && text.compareTo((String) operand) >= 0;
            case "$lt" -> value instanceof String text && text.compareTo((String) operand) < 0;
            default -> throw new IllegalArgumentException("MemoryShelf does not know " + operator);
        };
    }

    private static @Nullable Object path(Document document, String path) {
        Object value = document;
        for (String part : path.split("\\.", -1)) {
            value = value instanceof Document inner ? inner.get(part) : null;
        }
        return value;
    }

    private static void setPath(Document document, String path, @Nullable Object value) {
        List<String> parts = Arrays.asList(path.split("\\.", -1));
        Document inner = document;
        for (String part : parts.subList(0, parts.size() - 1)) {
            inner = (Document) inner.computeIfAbsent(part, name -> new Document());
        }
        inner.put(parts.getLast(), copyOf(value));
    }

    static Document copy(Document document) {
        Document copy = new Document();
        document.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Document document) {
            return copy(document);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((key, each) -> inner.put((String) key, copyOf(each)));
            return new Document(inner);
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(copyOf(each)));
            return copy;
        }
        return value;
    }
}

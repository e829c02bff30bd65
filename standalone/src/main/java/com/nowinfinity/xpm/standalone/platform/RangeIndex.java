package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index whose values may stand in several documents; the server has none of its own. Each key ends with its
 * document's position. Finds ranges of the first field.
 */
final class RangeIndex extends Index<Object> implements Ranged {

    private static final String ID = "_id";

    private final MVMap<KeyValue, Object> positions;

    RangeIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    public String firstField() {
        return keys().getFirst();
    }

    @Override
    public boolean canHandle(Document filter) {
        return TextRange.of(firstField(), filter).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document filter) {
        TextRange range = TextRange.of(firstField(), filter).orElseThrow();
        return () -> range.in(positions);
    }

    /** Not known here: a value leads to many documents. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        keysOf(document, position).forEach(key -> positions.put(key, position));
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = Missing.ofNullable(document.get(ID));
        keysOf(document, position).forEach(positions::remove);
        return position;
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<KeyValue> old = keysOf(before, position).collect(Collectors.toSet());
        Set<KeyValue> now = keysOf(after, position).collect(Collectors.toSet());
        old.stream().filter(key -> !now.contains(key)).forEach(positions::remove);
        now.stream().filter(key -> !old.contains(key)).forEach(key -> positions.put(key, position));
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // Its map goes with it: see who opened it.
    }

    private Stream<KeyValue> keysOf(Document document, Object position) {
        return getKeyValues(document).stream()
                .filter(key -> !isSparse() || key.stream().anyMatch(value -> value != null))
                .map(key -> new KeyValue(
                        Stream.concat(key.stream(), Stream.of(position)).toList()));
    }
}

package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index that also finds a range of its first field, whatever else the filter says. */
final class UniqueRangeIndex extends AbstractUniqueIndex<Object> implements Ranged {

    private final MVMap<KeyValue, Object> positions;

    UniqueRangeIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    public String firstField() {
        return keys().getFirst();
    }

    @Override
    public synchronized boolean canHandle(Document filter) {
        return super.canHandle(filter) || TextRange.of(firstField(), filter).isPresent();
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document filter) {
        Optional<TextRange> range = super.canHandle(filter) ? Optional.empty() : TextRange.of(firstField(), filter);
        return range.isEmpty() ? super.getPositions(filter) : () -> range.get().in(positions);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, @Nullable Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}

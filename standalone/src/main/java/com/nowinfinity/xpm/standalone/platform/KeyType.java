package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an index in their own order: value by value, a key before those that it begins. Java's serialisation,
 * which the server uses otherwise, has no order but that of the bytes, and is made anew for each comparison.
 */
final class KeyType extends BasicDataType<KeyValue> {

    static final KeyType INSTANCE = new KeyType();

    private static final byte TEXT = 't';
    private static final byte OTHER = 'o';
    private static final int OBJECT_BYTES = 48;

    private KeyType() {}

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int both = Math.min(one.size(), other.size());
        for (int i = 0; i < both; i++) {
            int compared = compareValues(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compareValues(@Nullable Object one, @Nullable Object other) {
        return one instanceof String text && other instanceof String otherText
                ? text.compareTo(otherText)
                : ValueComparator.ascWithoutListHandling().compare(one, other);
    }

    @Override
    public int getMemory(KeyValue key) {
        int bytes = OBJECT_BYTES;
        for (Object value : key) {
            bytes += value instanceof String text ? StringDataType.INSTANCE.getMemory(text) : OBJECT_BYTES;
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        buffer.putVarInt(key.size());
        for (Object value : key) {
            if (value instanceof String text) {
                buffer.put(TEXT);
                StringDataType.INSTANCE.write(buffer, text);
            } else {
                buffer.put(OTHER);
                DocumentType.INSTANCE.write(buffer, new Document("", value));
            }
        }
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        int size = DataUtils.readVarInt(buffer);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(
                    buffer.get() == TEXT
                            ? StringDataType.INSTANCE.read(buffer)
                            : DocumentType.INSTANCE.read(buffer).get(""));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}

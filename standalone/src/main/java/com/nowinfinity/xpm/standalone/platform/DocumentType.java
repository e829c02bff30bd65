package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/** Documents as BSON. Those that a former version stored, by Java's serialisation, are read as well. */
final class DocumentType extends BasicDataType<Document> {

    static final DocumentType INSTANCE = new DocumentType();

    /** No tag with which the former format begins. */
    private static final byte BSON = 126;

    private static final int FIRST_GUESS = 1024;
    private static final int ENTRY_BYTES = 96;
    private static final int VALUE_BYTES = 24;

    private final ObjectDataType former = new ObjectDataType();

    private DocumentType() {}

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(FIRST_GUESS);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(BSON).putVarInt(bson.readableBytes());
        buffer.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        if (buffer.get(buffer.position()) != BSON) {
            return (Document) former.read(buffer);
        }
        buffer.get();
        byte[] bson = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bson);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** Roughly. */
    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    private static int memory(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.values().stream().mapToInt(DocumentType::memory).sum() + ENTRY_BYTES * (map.size() + 1);
            case Collection<?> list ->
                list.stream().mapToInt(DocumentType::memory).sum() + ENTRY_BYTES;
            case String text -> 2 * VALUE_BYTES + text.length();
            case null, default -> VALUE_BYTES;
        };
    }
}

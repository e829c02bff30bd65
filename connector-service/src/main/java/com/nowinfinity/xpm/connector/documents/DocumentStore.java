package com.nowinfinity.xpm.connector.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Documents and their bytes. The bytes lie in pieces that are found by {@code _id} alone, {@code
 * <businessId>/<documentId>/<content>/<number>}: GridFS would search for them by two other fields.
 */
final class DocumentStore {

    private static final int PIECE = 256 * 1024;
    private static final String ID = "_id";
    private static final String BYTES = "bytes";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> pieces;

    DocumentStore(MongoDatabase database) {
        this.files = database.getCollection("documents");
        this.pieces = database.getCollection("document-pieces");
    }

    /** Keeps the file in the place of an older one of this document. The same file twice changes nothing. */
    void keep(String businessId, String documentId, StoredFile file, InputStream bytes) throws IOException {
        StoredFile before = find(businessId, documentId);
        int number = 0;
        for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
            String id = pieceId(businessId, documentId, file.content(), number++);
            pieces.replaceOne(new Document(ID, id), new Document(ID, id).append(BYTES, new Binary(piece)), UPSERT);
        }
        String id = id(businessId, documentId);
        files.replaceOne(
                new Document(ID, id),
                new Document(ID, id)
                        .append("content", file.content())
                        .append("fileName", file.fileName())
                        .append("contentType", file.contentType())
                        .append("size", file.size())
                        .append("sha256", file.sha256()),
                UPSERT);
        if (before != null && !before.content().equals(file.content())) {
            dropPieces(businessId, documentId, before);
        }
    }

    @Nullable
    StoredFile find(String businessId, String documentId) {
        Document stored =
                files.find(new Document(ID, id(businessId, documentId))).first();
        return stored == null
                ? null
                : new StoredFile(
                        stored.getString("content"),
                        stored.getString("fileName"),
                        stored.getString("contentType"),
                        stored.getLong("size"),
                        stored.getString("sha256"));
    }

    static int pieces(StoredFile file) {
        return Math.toIntExact((file.size() + PIECE - 1) / PIECE);
    }

    byte[] piece(String businessId, String documentId, StoredFile file, int number) {
        Document stored = pieces.find(new Document(ID, pieceId(businessId, documentId, file.content(), number)))
                .first();
        return Objects.requireNonNull(stored, "a piece of a document is missing")
                .get(BYTES, Binary.class)
                .getData();
    }

    /** Forgets a document whose bytes are in XPM now. */
    void drop(String businessId, String documentId) {
        StoredFile file = find(businessId, documentId);
        if (file != null) {
            files.deleteOne(new Document(ID, id(businessId, documentId)));
            dropPieces(businessId, documentId, file);
        }
    }

    private void dropPieces(String businessId, String documentId, StoredFile file) {
        for (int number = 0; number < pieces(file); number++) {
            pieces.deleteOne(new Document(ID, pieceId(businessId, documentId, file.content(), number)));
        }
    }

    private static String id(String businessId, String documentId) {
        return businessId + "/" + documentId;
    }

    private static String pieceId(String businessId, String documentId, String content, int number) {
        return businessId + "/" + documentId + "/" + content + "/" + number;
    }
}

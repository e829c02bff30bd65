package com.nowinfinity.xpm.report.parked;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.report.parked.ParkedWork.Why;
import com.nowinfinity.xpm.report.storage.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Parked work as it is stored: one document for each event that waits, the same in all that wait together. */
final class ParkedDocument {

    private static final String AT = "at";
    private static final String ENTITY = "entity";
    private static final String DOCUMENT = "document";
    private static final String CLIENT = "client";
    private static final String VERSION = "version";
    private static final String REASON_CODE = "reasonCode";
    private static final String REASON_TEXT = "reasonText";
    private static final String CAUSED_BY = "causedBy";

    private ParkedDocument() {}

    static Document write(EntitySynced event) {
        Reason reason = event.getReason();
        return new Document(AT, Date.from(event.getOccurredAt()))
                .append(ENTITY, event.getEntityId())
                .append(DOCUMENT, event.getDocumentId())
                .append(CLIENT, event.getClientId())
                .append(VERSION, event.getVersion())
                .append(REASON_CODE, reason == null ? "unknown" : reason.getCode())
                .append(REASON_TEXT, reason == null ? "No reason was given." : reason.getText())
                .append(CAUSED_BY, event.getCausedBy());
    }

    /** Of the documents of one entity or document the newest says what holds. */
    static List<ParkedWork> works(List<Document> waiting) {
        Map<String, ParkedWork> byId = new LinkedHashMap<>();
        for (Document document : waiting) {
            ParkedWork work = read(document);
            byId.merge(work.id(), work, (one, other) -> one.since().isBefore(other.since()) ? other : one);
        }
        return byId.values().stream()
                .sorted(Comparator.comparing(ParkedWork::since).thenComparing(ParkedWork::id))
                .toList();
    }

    private static ParkedWork read(Document document) {
        String entityId = document.getString(ENTITY);
        String documentId = document.getString(DOCUMENT);
        Long version = document.getLong(VERSION);
        return new ParkedWork(
                id(Key.of(entityId, documentId)),
                entityId,
                null,
                documentId,
                document.getString(CLIENT),
                version == 0 ? null : version,
                new Why(document.getString(REASON_CODE), document.getString(REASON_TEXT)),
                document.getList(CAUSED_BY, String.class),
                document.getDate(AT).toInstant());
    }

    private static String id(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}

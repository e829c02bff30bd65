package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.outcome.StoredCalls;
import com.nowinfinity.xpm.worker.outcome.StoredReason;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An entity's document as it is stored, and back. */
final class DocumentForm {

    private DocumentForm() {}

    static Document write(EntityDocument document) {
        DocumentCreated told = document.told();
        EntityDocument.Sent sent = document.sent();
        Document form = new Document("_id", told.getBusinessId() + "/" + told.getDocumentId())
                .append("told", new Document(JsonForm.of(told)))
                // Versions before know this one alone.
                .append("recorded", document.unrecorded().isEmpty())
                .append("unrecorded", document.unrecorded())
                .append("heard", document.heard())
                .append("attemptedAt", date(document.attemptedAt()))
                .append("sent", sent == null ? null : write(sent))
                .append(
                        "wanted",
                        document.wanted().stream().map(DocumentForm::write).toList())
                .append("tries", document.tries())
                .append("until", date(document.until()))
                .append("parked", StoredReason.write(document.parked()))
                .append("actedBy", document.actedBy());
        form.putAll(StoredCalls.write(document.calls()));
        return form;
    }

    static EntityDocument read(Document stored) {
        Document sent = stored.get("sent", Document.class);
        DocumentCreated told = JsonForm.readStored(stored.get("told", Document.class), DocumentCreated.class);
        return new EntityDocument(
                told,
                stored.getList("heard", String.class, List.of(told.getEventId())),
                unrecorded(stored, told),
                instant(stored.getDate("attemptedAt")),
                sent == null
                        ? null
                        : new EntityDocument.Sent(
                                sent.getString("tenantId"),
                                sent.getString("clientId"),
                                sent.getString("pushEventId"),
                                sent.getString("sha256")),
                stored.getList("wanted", Document.class, List.of()).stream()
                        .map(wanted -> new EntityDocument.Wanted(
                                wanted.getString("pushEventId"),
                                wanted.getString("tenantId"),
                                wanted.getString("clientId")))
                        .toList(),
                stored.getInteger("tries", 0),
                instant(stored.getDate("until")),
                StoredReason.read(stored.get("parked", Document.class)),
                stored.getString("actedBy"),
                StoredCalls.read(stored));
    }

    private static List<String> unrecorded(Document stored, DocumentCreated told) {
        List<String> events = stored.getList("unrecorded", String.class);
        if (events != null) {
            return events;
        }
        return stored.getBoolean("recorded") ? List.of() : List.of(told.getEventId());
    }

    private static Document write(EntityDocument.Sent sent) {
        return new Document("tenantId", sent.tenantId())
                .append("clientId", sent.clientId())
                .append("pushEventId", sent.pushEventId())
                .append("sha256", sent.sha256());
    }

    private static Document write(EntityDocument.Wanted wanted) {
        return new Document("pushEventId", wanted.pushEventId())
                .append("tenantId", wanted.tenantId())
                .append("clientId", wanted.clientId());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

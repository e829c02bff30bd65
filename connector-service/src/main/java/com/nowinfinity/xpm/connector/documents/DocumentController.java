package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.intake.Intake;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Multipart: part {@code document} (JSON), part {@code file}. Kept first, then told. */
@RestController
class DocumentController {

    private static final int LARGEST_DESCRIPTION = 64 * 1024;

    private final DocumentStore store;
    private final Intake intake;
    private final ContentAddress addresses;
    private final DocumentsProperties properties;
    private final JsonMapper json;

    DocumentController(
            DocumentStore store,
            Intake intake,
            ContentAddress addresses,
            DocumentsProperties properties,
            JsonMapper json) {
        this.store = store;
        this.intake = intake;
        this.addresses = addresses;
        this.properties = properties;
        this.json = json;
    }

    record Description(
            @Nullable String eventId,
            @Nullable String documentId,
            String entityId,
            String title,
            @Nullable String folder,
            boolean executed) {
        Description {
            Checks.id(entityId, "document.entityId");
            ProblemException.required(title, "document.title");
        }
    }

    record Accepted(String eventId, String documentId) {}

    @PostMapping(path = "/api/businesses/{businessId}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted create(
            @PathVariable String businessId,
            @RequestPart("document") Part document,
            @RequestPart("file") Part file,
            Caller caller)
            throws IOException {
        Description description = read(document);
        try (Upload upload = Upload.of(file, properties.maxSize())) {
            DocumentCreated content = event(businessId, description, upload);
            // The id is taken before anything is kept: a reused one must not replace the bytes of its first use.
            DocumentCreated event = intake.registered(
                    Topics.DOCUMENT_CREATED,
                    content,
                    caller.sub(),
                    (at, _by) -> DocumentCreated.newBuilder(content)
                            .setOccurredAt(at)
                            .build());
            try (InputStream bytes = upload.open()) {
                store.keep(businessId, event.getDocumentId(), file(event), bytes);
            }
            intake.publish(Topics.DOCUMENT_CREATED, event);
            return new Accepted(event.getEventId(), event.getDocumentId());
        }
    }

    private Description read(Part part) {
        // Many clients give a part no media type, so it is read as JSON whatever it says.
        DataBuffer bytes =
                DataBufferUtils.join(part.content(), LARGEST_DESCRIPTION).block();
        if (bytes == null) {
            throw ProblemException.invalidField("missing-field", "document", "is needed");
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(bytes);
        return ProblemException.required(json.readValue(text, Description.class), "document");
    }

    private DocumentCreated event(String businessId, Description description, Upload upload) {
        String eventId = Checks.eventId(description.eventId(), UUID.randomUUID());
        String documentId = description.documentId() == null
                ? UUID.nameUUIDFromBytes((businessId + "/" + eventId).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : Checks.id(description.documentId(), "document.documentId");
        return DocumentCreated.newBuilder()
                .setEventId(eventId)
                .setBusinessId(businessId)
                .setDocumentId(documentId)
                .setEntityId(description.entityId())
                .setTitle(description.title())
                .setFolder(description.folder())
                .setFileName(upload.fileName())
                .setContentType(upload.contentType())
                .setSize(upload.size())
                .setSha256(upload.sha256())
                .setContentUri(addresses.of(businessId, documentId))
                .setExecuted(description.executed())
                .build();
    }

    private static StoredFile file(DocumentCreated event) {
        return new StoredFile(
                event.getEventId(), event.getFileName(), event.getContentType(), event.getSize(), event.getSha256());
    }
}

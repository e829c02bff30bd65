package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An intent as it is stored. Paths and ids stand in values, never in keys: they may hold dots. */
final class IntentDocument {

    static final String ID = "_id";
    static final String PENDING = "pending";
    private static final String AGAIN = "~";

    private static final String SETTLED = "settled";
    private static final String ENTITY = "entity";
    private static final String HELD = "held";
    private static final String LODGE_BY = "lodgeBy";
    private static final String DAY = "day";
    private static final String PATHS = "paths";
    static final String LINK = "link";
    private static final String IN_STEP = "inStep";
    private static final String REFUSED = "refused";
    private static final String BASE = "base";
    private static final String LOCKED = "locked";
    private static final String COMPARED_AT = "comparedAt";
    private static final String SINCE = "since";
    private static final String TUGS = "tugs";
    private static final String SENT = "sent";
    private static final String ROLES = "roles";
    private static final String ACCEPTED = "accepted";
    private static final String ACCEPTED_UNTIL = "acceptedUntil";
    private static final String PATH = "path";
    static final String AWAITED = "awaited";
    private static final String DEMANDS = "demands";
    private static final String SENDING = "sending";
    static final String CREATE_UNKNOWN = "create-unknown";
    static final String SENDING_STATE = SENDING + ".state";
    private static final String SENT_CREATE = "sentCreate";
    private static final String OUTBOX = "outbox";

    static final List<String> LINK_AND_WHETHER_KNOWN =
            List.of(LINK, ENTITY + ".entityId", HELD + ".entityId", Due.FIELD);

    /** So late that every client of the mirror counts as one that was there before the create: none is adopted by itself. */
    private static final Instant UNKNOWN_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private IntentDocument() {}

    static String id(String businessId, String entityId) {
        return businessId + "/" + entityId;
    }

    /** Whether the portal has told of the entity, or there is still something to be folded or told. */
    static boolean isKnown(Document found) {
        return found.get(ENTITY) instanceof Document
                || found.get(HELD) instanceof Document
                || found.containsKey(Due.FIELD);
    }

    static Document write(Intent intent) {
        String id = id(intent.businessId(), intent.entityId());
        Document document = new Document(ID, id).append(Shelf.REVISION, intent.revision());
        if (intent.isDue()) {
            document.append(Due.FIELD, id);
        }
        Document pending = new Document();
        intent.pending().forEach((version, events) -> {
            Document sameVersion = new Document();
            events.values().forEach(change -> sameVersion.append(key(change), form(change.change())));
            pending.append(version.toString(), sameVersion);
        });
        Document settled = new Document();
        intent.settled().forEach((version, ids) -> settled.append(version.toString(), List.copyOf(ids)));
        Document lodgeBy = new Document();
        intent.lodgeBy()
                .forEach((version, form) -> lodgeBy.append(
                        version.toString(),
                        new Document(DAY, form.day().toString()).append(PATHS, List.copyOf(form.paths()))));
        Instant comparedAt = intent.base().comparedAt();
        Link link = intent.link();
        return document.append(PENDING, pending)
                .append(SETTLED, settled)
                .append(ENTITY, intent.entity() == null ? null : form(intent.entity()))
                .append(HELD, intent.held() == null ? null : form(intent.held()))
                .append(LODGE_BY, lodgeBy)
                .append(
                        LINK,
                        link == null
                                ? null
                                : new Document("tenantId", link.tenantId())
                                        .append("clientId", link.clientId())
                                        .append("evidence", link.evidence()))
                .append(IN_STEP, intent.inStep())
                .append(REFUSED, List.copyOf(intent.refused()))
                .append(BASE, BaseDocument.forms(intent.base().agreed()))
                .append(LOCKED, List.copyOf(intent.base().locked()))
                .append(COMPARED_AT, comparedAt == null ? null : Date.from(comparedAt))
                .append(SINCE, BaseDocument.since(intent.base()))
                .append(TUGS, BaseDocument.tugs(intent.base()))
                .append(SENT, BaseDocument.forms(intent.base().sent()))
                .append(ROLES, intent.base().roles())
                .append(ACCEPTED, List.copyOf(intent.accepted().keySet()))
                .append(ACCEPTED_UNTIL, lastDays(intent.accepted()))
                .append(AWAITED, List.copyOf(intent.awaited()))
                .append(
                        DEMANDS,
                        Stream.concat(
                                        intent.demands().stream().map(DemandDocument::write),
                                        intent.foreign().stream().map(Document::new))
                                .toList())
                .append(SENDING, write(intent.sending()))
                .append(SENT_CREATE, write(intent.sentCreate()))
                .append(
                        OUTBOX,
                        intent.outbox().stream().map(IntentDocument::form).toList());
    }

    /** An event that came before has a place of its own, so that it does not take that of its first coming. */
    static String key(Pending pending) {
        return pending.cameBefore() ? AGAIN + pending.eventId() : pending.eventId();
    }

    private static Pending readPending(String key, Document change) {
        return new Pending(JsonForm.readStored(change, EntityChanged.class), key.startsWith(AGAIN));
    }

    static Intent read(Document document) {
        String id = document.getString(ID);
        int slash = id.indexOf('/');
        Map<Long, Map<String, Pending>> pending = new HashMap<>();
        sub(document, PENDING).forEach((version, events) -> {
            Map<String, Pending> sameVersion = new HashMap<>();
            ((Document) events).forEach((key, stored) -> {
                Pending change = readPending(key, (Document) stored);
                sameVersion.merge(change.eventId(), change, Pending::or);
            });
            pending.put(Long.valueOf(version), sameVersion);
        });
        Map<Long, Set<String>> settled = new HashMap<>();
        Document settledDocument = sub(document, SETTLED);
        settledDocument
                .keySet()
                .forEach(version -> settled.put(Long.valueOf(version), ordered(settledDocument, version)));
        Map<Long, LodgeBy> lodgeBy = new HashMap<>();
        sub(document, LODGE_BY)
                .forEach((version, form) -> lodgeBy.put(Long.valueOf(version), readForm((Document) form)));
        Document stored = document.get(ENTITY, Document.class);
        Entity entity = stored == null ? null : JsonForm.readStored(stored, Entity.class);
        Document held = document.get(HELD, Document.class);
        return new Intent(
                id.substring(0, slash),
                id.substring(slash + 1),
                document.getLong(Shelf.REVISION),
                pending,
                settled,
                entity,
                held == null ? null : JsonForm.readStored(held, Entity.class),
                lodgeBy,
                readLink(document.get(LINK, Document.class)),
                inStep(document, entity),
                strings(document, REFUSED),
                readBase(document),
                readAccepted(document),
                strings(document, AWAITED),
                list(document, DEMANDS).stream()
                        .flatMap(demand -> DemandDocument.read(demand).stream())
                        .toList(),
                readSending(document),
                readSentCreate(document.get(SENT_CREATE, Document.class)),
                list(document, OUTBOX).stream()
                        .map(form -> JsonForm.readStored(form, EntitySynced.class))
                        .toList(),
                list(document, DEMANDS).stream()
                        .filter(demand -> DemandDocument.read(demand).isEmpty())
                        .<Map<String, Object>>map(demand -> demand)
                        .toList());
    }

    /** Versions before did not keep it, and took for sent whatever is older than what stands. */
    private static long inStep(Document document, @Nullable Entity entity) {
        Long inStep = document.getLong(IN_STEP);
        if (inStep != null) {
            return inStep;
        }
        return entity == null ? 0 : entity.getVersion();
    }

    static Document form(SpecificRecord event) {
        return new Document(JsonForm.of(event));
    }

    static @Nullable Link readLink(@Nullable Document link) {
        return link == null
                ? null
                : new Link(link.getString("tenantId"), link.getString("clientId"), link.getString("evidence"));
    }

    private static Base readBase(Document document) {
        Date comparedAt = document.getDate(COMPARED_AT);
        return new Base(
                BaseDocument.readForms(list(document, BASE)),
                strings(document, LOCKED),
                comparedAt == null ? null : comparedAt.toInstant(),
                BaseDocument.readSince(list(document, SINCE)),
                BaseDocument.readTugs(list(document, TUGS)),
                BaseDocument.readForms(list(document, SENT)),
                document.getString(ROLES));
    }

    private static Document write(Sending sending) {
        return switch (sending) {
            case Sending.Clear clear -> new Document("state", "clear");
            case Sending.Waiting waiting ->
                new Document("state", "waiting")
                        .append("until", Date.from(waiting.until()))
                        .append("failures", waiting.failures())
                        .append("code", waiting.reason().getCode())
                        .append("text", waiting.reason().getText());
            case Sending.Disconnected disconnected ->
                new Document("state", "disconnected")
                        .append("code", disconnected.reason().getCode())
                        .append("text", disconnected.reason().getText());
            case Sending.CreateUnknown unknown ->
                new Document("state", CREATE_UNKNOWN)
                        .append("attempt", unknown.attempt())
                        .append("since", Date.from(unknown.since()))
                        .append("looks", unknown.looks())
                        .append("lookAt", unknown.lookAt() == null ? null : Date.from(unknown.lookAt()))
                        .append("failures", unknown.failures());
            case Sending.Parked parked ->
                new Document("state", "parked")
                        .append("code", parked.reason().getCode())
                        .append("text", parked.reason().getText());
        };
    }

    private static Sending readSending(Document document) {
        Document sending = document.get(SENDING, Document.class);
        String state = sending == null ? "clear" : sending.getString("state");
        if (sending == null || state.equals("clear")) {
            return new Sending.Clear();
        }
        return switch (state) {
            case "waiting" ->
                new Sending.Waiting(
                        sending.getDate("until").toInstant(), reason(sending), sending.getInteger("failures", 0));
            case "disconnected" -> new Sending.Disconnected(reason(sending));
            case CREATE_UNKNOWN ->
                new Sending.CreateUnknown(
                        sending.getInteger("attempt"),
                        sending.getDate("since").toInstant(),
                        sending.getInteger("looks"),
                        sending.getDate("lookAt") == null
                                ? null
                                : sending.getDate("lookAt").toInstant(),
                        sending.getInteger("failures", 0));
            case "parked" -> new Sending.Parked(reason(sending));
            default -> standingOfAnotherVersion(document);
        };
    }

    /**
     * Of a state that only another version knows. Where a create was sent and no client is linked, it may have happened:
     * it is looked for twice before anything is sent. Every other write begins with a look by itself.
     */
    private static Sending standingOfAnotherVersion(Document document) {
        boolean createSent = document.get(SENT_CREATE) != null && document.get(LINK) == null;
        return createSent ? new Sending.CreateUnknown(1, UNKNOWN_TIME, 0) : new Sending.Clear();
    }

    private static @Nullable Document write(@Nullable SentCreate sent) {
        return sent == null ? null : new Document("tenantId", sent.tenantId()).append(ENTITY, form(sent.entity()));
    }

    private static @Nullable SentCreate readSentCreate(@Nullable Document sent) {
        return sent == null
                ? null
                : new SentCreate(
                        sent.getString("tenantId"),
                        JsonForm.readStored(sent.get(ENTITY, Document.class), Entity.class));
    }

    private static Reason reason(Document sending) {
        return Outcomes.reason(sending.getString("code"), sending.getString("text"));
    }

    private static Document sub(Document document, String field) {
        Document sub = document.get(field, Document.class);
        return sub == null ? new Document() : sub;
    }

    private static List<Document> list(Document document, String field) {
        List<Document> list = document.getList(field, Document.class);
        return list == null ? new ArrayList<>() : list;
    }

    private static LodgeBy readForm(Document form) {
        return new LodgeBy(LocalDate.parse(form.getString(DAY)), strings(form, PATHS));
    }

    /** Apart from the paths: a version that knows no days keeps away from all of them. */
    private static List<Document> lastDays(Map<String, LocalDate> accepted) {
        return accepted.entrySet().stream()
                .filter(path -> !path.getValue().equals(LocalDate.MAX))
                .map(path -> new Document(PATH, path.getKey())
                        .append(DAY, path.getValue().toString()))
                .toList();
    }

    private static Map<String, LocalDate> readAccepted(Document document) {
        Map<String, LocalDate> accepted = new HashMap<>();
        strings(document, ACCEPTED).forEach(path -> accepted.put(path, LocalDate.MAX));
        list(document, ACCEPTED_UNTIL)
                .forEach(day -> accepted.replace(day.getString(PATH), LocalDate.parse(day.getString(DAY))));
        return accepted;
    }

    private static Set<String> ordered(Document document, String field) {
        return new LinkedHashSet<>(document.getList(field, String.class));
    }

    static Set<String> strings(Document document, String field) {
        List<String> strings = document.getList(field, String.class);
        return strings == null ? Set.of() : new HashSet<>(strings);
    }
}

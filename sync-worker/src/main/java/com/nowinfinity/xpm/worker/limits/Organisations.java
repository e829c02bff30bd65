package com.nowinfinity.xpm.worker.limits;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** The stored standings: collection {@code organisations}, {@code _id} = business. */
public final class Organisations {

    private static final String ID = "_id";
    private static final String OWNER_EPOCH = "ownerEpoch";
    private static final String QUOTAS = "quotas";

    private final Shelf shelf;

    public Organisations(Shelf shelf) {
        this.shelf = shelf;
    }

    public Organisation find(String businessId) {
        return shelf.find(businessId).map(Organisations::read).orElseGet(() -> Organisation.unknown(businessId));
    }

    /** Raises the epoch, so that whoever owned the business before can take no slot any more. */
    public Organisation takeOver(String businessId) {
        while (true) {
            Optional<Organisation> taken = replace(find(businessId), true);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /** Stores a next state; empty when somebody else wrote in between. */
    public Optional<Organisation> save(Organisation next) {
        return replace(next, false);
    }

    private Optional<Organisation> replace(Organisation organisation, boolean takeOver) {
        Organisation next = takeOver ? organisation.takenOver() : organisation;
        Organisation stored =
                new Organisation(next.businessId(), next.revision() + 1, next.ownerEpoch(), next.quotas());
        boolean written = organisation.revision() == 0
                ? shelf.insert(write(stored))
                : shelf.replace(write(stored), organisation.revision());
        return written ? Optional.of(stored) : Optional.empty();
    }

    private static Document write(Organisation organisation) {
        List<Document> quotas = new ArrayList<>();
        organisation.quotas().forEach((tenantId, quota) -> quotas.add(write(tenantId, quota)));
        return new Document(ID, organisation.businessId())
                .append(Shelf.REVISION, organisation.revision())
                .append(OWNER_EPOCH, organisation.ownerEpoch())
                .append(QUOTAS, quotas);
    }

    private static Document write(String tenantId, Quota quota) {
        Set<Instant> starts = new TreeSet<>(quota.day().keySet());
        starts.addAll(quota.others().keySet());
        List<Document> day = starts.stream()
                .map(start -> new Document("start", Date.from(start))
                        .append("calls", quota.day().getOrDefault(start, 0))
                        .append("others", quota.others().getOrDefault(start, 0))
                        .append("bytes", quota.bytes().getOrDefault(start, 0L)))
                .toList();
        Document document = new Document("tenantId", tenantId)
                .append("answered", quota.answered().stream().map(Date::from).toList())
                .append("open", quota.open().stream().map(Organisations::write).toList())
                .append("day", day)
                .append("probing", quota.probing());
        if (quota.pausedUntil() != null && quota.pause() != null) {
            document.append("pausedUntil", Date.from(quota.pausedUntil()))
                    .append("code", quota.pause().getCode())
                    .append("text", quota.pause().getText());
        }
        return document;
    }

    private static Document write(Slot slot) {
        return new Document("id", slot.id())
                .append("purpose", slot.purpose().name())
                .append("subject", slot.subject())
                .append("takenAt", Date.from(slot.takenAt()));
    }

    private static Organisation read(Document document) {
        Map<String, Quota> quotas = new HashMap<>();
        document.getList(QUOTAS, Document.class)
                .forEach(quota -> quotas.put(quota.getString("tenantId"), quota(quota)));
        return new Organisation(
                document.getString(ID), document.getLong(Shelf.REVISION), document.getLong(OWNER_EPOCH), quotas);
    }

    private static Quota quota(Document document) {
        Map<Instant, Integer> calls = new HashMap<>();
        Map<Instant, Integer> others = new HashMap<>();
        Map<Instant, Long> bytes = new HashMap<>();
        for (Document bucket : document.getList("day", Document.class)) {
            Instant start = bucket.getDate("start").toInstant();
            calls.put(start, bucket.getInteger("calls"));
            // Versions before this one counted both as calls.
            others.put(start, bucket.getInteger("others", 0));
            bytes.put(start, bucket.get("bytes", 0L));
        }
        Date pausedUntil = document.getDate("pausedUntil");
        return new Quota(
                document.getList("answered", Date.class).stream()
                        .map(Date::toInstant)
                        .toList(),
                document.getList("open", Document.class).stream()
                        .map(Organisations::slot)
                        .toList(),
                calls,
                others,
                bytes,
                pausedUntil == null ? null : pausedUntil.toInstant(),
                pausedUntil == null ? null : Outcomes.reason(document.getString("code"), document.getString("text")),
                document.getBoolean("probing", false));
    }

    private static Slot slot(Document document) {
        return new Slot(
                document.getString("id"),
                Slot.Purpose.stored(document.getString("purpose")),
                document.getString("subject"),
                document.getDate("takenAt").toInstant());
    }
}

package com.nowinfinity.xpm.worker.intents;

import static com.nowinfinity.xpm.worker.intents.IntentDocument.ID;
import static com.nowinfinity.xpm.worker.intents.IntentDocument.PENDING;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** The stored intents: collection {@code intents}, one document for each entity, {@code _id} = business/entity. */
public final class Intents {

    /** The field by which the records of a client are found. */
    public static final String CLIENT = IntentDocument.LINK + ".clientId";

    /** The epoch of the owner who wrote last. */
    private static final String OWNER = "ownerEpoch";

    private final Shelf shelf;
    private final Due due;
    private final long epoch;
    private final Supplier<? extends RuntimeException> fenced;

    /** For those who do not write in an owner's name. */
    public Intents(Shelf shelf) {
        this(shelf, 0, IllegalStateException::new);
    }

    private Intents(Shelf shelf, long epoch, Supplier<? extends RuntimeException> fenced) {
        this.shelf = shelf;
        this.due = new Due(shelf);
        this.epoch = epoch;
        this.fenced = fenced;
    }

    /**
     * The same intents in the hands of an owner. What a later owner has written, this one cannot write any more.
     *
     * @param lost what to throw then
     */
    public Intents ownedBy(long ownerEpoch, Supplier<? extends RuntimeException> lost) {
        return new Intents(shelf, ownerEpoch, lost);
    }

    /**
     * Writes the changes into their intents, each with one write. Commutes and repeats without harm, so a redelivered
     * batch changes nothing and the order of batches does not matter.
     */
    public void record(List<Pending> changes) {
        Map<String, Document> sets = new LinkedHashMap<>();
        for (Pending pending : changes) {
            EntityChanged change = pending.change();
            String place = PENDING + "." + pending.version() + "." + IntentDocument.key(pending);
            sets.computeIfAbsent(
                            IntentDocument.id(
                                    change.getBusinessId(), change.getEntity().getEntityId()),
                            id -> new Document(Due.FIELD, id))
                    .append(place, IntentDocument.form(change));
        }
        shelf.merge(sets.entrySet().stream()
                .map(set -> new Shelf.Merge(set.getKey(), set.getValue()))
                .toList());
    }

    /** The intent; an unwritten one for an entity that nobody has spoken of. */
    public Intent find(String businessId, String entityId) {
        return shelf.find(IntentDocument.id(businessId, entityId))
                .map(IntentDocument::read)
                .orElseGet(() -> Intent.unknown(businessId, entityId));
    }

    /** Those that somebody has spoken of, by their entity. */
    public Map<String, Intent> findAll(String businessId, Collection<String> entityIds) {
        Map<String, Intent> found = new HashMap<>();
        for (Document document : shelf.findAll(ids(businessId, entityIds))) {
            Intent intent = IntentDocument.read(document);
            found.put(intent.entityId(), intent);
        }
        return found;
    }

    /** Applies a step to the newest state and stores it; the step may be applied more than once, so it must be pure. */
    public Intent update(String businessId, String entityId, UnaryOperator<Intent> step) {
        while (true) {
            Document found = shelf.find(IntentDocument.id(businessId, entityId)).orElse(null);
            Intent before = found == null ? Intent.unknown(businessId, entityId) : IntentDocument.read(found);
            Intent after = step.apply(before);
            if (after.equals(before)) {
                return after;
            }
            Document next = next(before, after, found == null ? epoch : heldOff(found));
            if (before.revision() == 0 ? shelf.insert(next) : shelf.replace(next, before.revision())) {
                return after;
            }
        }
    }

    /** As {@link #update}, of several entities with two commands, and two more each time that somebody was quicker. */
    public Map<String, Intent> updateAll(String businessId, Map<String, ? extends UnaryOperator<Intent>> steps) {
        Map<String, Intent> done = new HashMap<>();
        Collection<String> open = steps.keySet();
        while (!open.isEmpty()) {
            List<Document> writes = new ArrayList<>();
            Set<String> written = new HashSet<>();
            for (Document found : shelf.findAll(ids(businessId, open))) {
                Intent before = IntentDocument.read(found);
                Intent after = step(steps, before.entityId()).apply(before);
                if (!after.equals(before)) {
                    writes.add(next(before, after, heldOff(found)));
                    written.add(before.entityId());
                }
                done.put(before.entityId(), after);
            }
            // It is not said of which ones somebody was quicker; the others find nothing to do.
            open = shelf.replaceAll(writes) ? Set.of() : written;
        }
        for (String entityId : steps.keySet()) {
            if (!done.containsKey(entityId)) {
                done.put(entityId, update(businessId, entityId, step(steps, entityId)));
            }
        }
        return done;
    }

    private static List<String> ids(String businessId, Collection<String> entityIds) {
        return entityIds.stream()
                .map(entityId -> IntentDocument.id(businessId, entityId))
                .toList();
    }

    private static UnaryOperator<Intent> step(Map<String, ? extends UnaryOperator<Intent>> steps, String entityId) {
        return Objects.requireNonNull(steps.get(entityId));
    }

    /** As {@link #update}, where a state that was read before tells that there is likely nothing to change. */
    public Intent update(Intent known, UnaryOperator<Intent> step) {
        return step.apply(known).equals(known) ? known : update(known.businessId(), known.entityId(), step);
    }

    /** Makes the intent this owner's, without another change. */
    public void claim(String businessId, String entityId) {
        boolean claimed = false;
        while (!claimed) {
            Document found = shelf.find(IntentDocument.id(businessId, entityId)).orElse(null);
            claimed = found == null || ownerOf(found) >= epoch || replace(found);
        }
    }

    /**
     * Of the records that are linked to a client the one with the smallest id: it leads what is written (domain 3.1). An
     * id that somebody linked and that no record has leads nothing.
     */
    public Optional<String> leading(String businessId, String tenantId, String clientId) {
        Document ofClient = Ranges.ofBusiness(ID, businessId).append(CLIENT, clientId);
        List<String> leading = new ArrayList<>();
        shelf.scan(ofClient, IntentDocument.LINK_AND_WHETHER_KNOWN, 0, found -> {
            if (IntentDocument.isKnown(found)
                    && linkOf(found)
                            .filter(link -> link.tenantId().equals(tenantId))
                            .isPresent()) {
                leading.add(entityOf(found, businessId));
            }
        });
        return leading.stream().min(Comparator.naturalOrder());
    }

    /**
     * An entity that is linked, and whose clients it waits for.
     *
     * @param awaited as {@link Intent#awaited}
     */
    public record Tie(String entityId, Set<String> awaited) {}

    /** Hands over every entity of a business that is linked. */
    public void ties(String businessId, Consumer<Tie> sink) {
        List<String> fields = List.of(IntentDocument.LINK, IntentDocument.AWAITED);
        shelf.scan(
                Ranges.ofBusiness(ID, businessId),
                fields,
                0,
                found -> linkOf(found)
                        .ifPresent(link -> sink.accept(new Tie(
                                entityOf(found, businessId), IntentDocument.strings(found, IntentDocument.AWAITED)))));
    }

    private static Optional<Link> linkOf(Document found) {
        return Optional.ofNullable(IntentDocument.readLink(found.get(IntentDocument.LINK, Document.class)));
    }

    private static String entityOf(Document found, String businessId) {
        return found.getString(ID).substring(businessId.length() + 1);
    }

    /** Gives up every link of a business, and what had been agreed with those clients. */
    public void forgetLinks(String businessId) {
        List<String> linked = new ArrayList<>();
        ties(businessId, tie -> linked.add(tie.entityId()));
        linked.forEach(entityId -> update(businessId, entityId, intent -> intent.linkedTo(null)));
    }

    /** Hands over the entities of a business of which nobody knows whether their client has been created. */
    public void unclearCreates(String businessId, Consumer<Intent> sink) {
        Document unclear =
                Ranges.ofBusiness(ID, businessId).append(IntentDocument.SENDING_STATE, IntentDocument.CREATE_UNKNOWN);
        shelf.scan(unclear, found -> sink.accept(IntentDocument.read(found)));
    }

    /** Hands over every intent of a business, in no order. */
    public void forEach(String businessId, Consumer<Intent> sink) {
        shelf.scan(Ranges.ofBusiness(ID, businessId), found -> sink.accept(IntentDocument.read(found)));
    }

    /** How many entities of a business anybody has spoken of. */
    public int count(String businessId) {
        return shelf.count(Ranges.ofBusiness(ID, businessId));
    }

    /** The entities for which there is something to do. */
    public Due due() {
        return due;
    }

    private static long ownerOf(Document found) {
        return found.get(OWNER, 0L);
    }

    private boolean replace(Document found) {
        long revision = found.getLong(Shelf.REVISION);
        found.append(OWNER, epoch).append(Shelf.REVISION, revision + 1);
        return shelf.replace(found, revision);
    }

    /** Who owns the document from this write on; a former owner may not write. */
    private long heldOff(Document found) {
        long owner = ownerOf(found);
        if (epoch > 0 && owner > epoch) {
            throw fenced.get();
        }
        return Math.max(owner, epoch);
    }

    private static Document next(Intent before, Intent after, long owner) {
        return IntentDocument.write(after).append(OWNER, owner).append(Shelf.REVISION, before.revision() + 1);
    }
}

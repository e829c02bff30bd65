package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Lodgement;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entities of all businesses. Gives them their versions: each change is one more, and is told on Kafka. */
public final class EntityRegister {

    private final EntityStore store;
    private final Publication publication;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    EntityRegister(EntityStore store, Publication publication, InstantSource clock, Supplier<UUID> ids) {
        this.store = store;
        this.publication = publication;
        this.clock = clock;
        this.ids = ids;
    }

    public Optional<Entity> find(String businessId, String entityId) {
        return store.find(businessId, entityId);
    }

    public List<Entity> page(String businessId, @Nullable String after, int limit) {
        return store.page(businessId, after, limit);
    }

    /** All of a business's entities as rows of a list, by name. */
    public List<EntityRow> rows(String businessId) {
        return store.rows(businessId);
    }

    /** Rows of these entities, in one query; what is not there is left out. */
    public List<EntityRow> rows(String businessId, Collection<String> entityIds) {
        return entityIds.isEmpty() ? List.of() : store.rows(businessId, entityIds);
    }

    /** Whether a change of the business is not on Kafka yet. */
    public boolean anyUnpublished(String businessId) {
        return store.anyUnpublished(businessId);
    }

    /** Forgets how a business's entities fared in XPM; they themselves stay, which are the business's own. */
    public void forgetXpm(String businessId) {
        store.forgetXpm(businessId);
    }

    public EntityCounts counts(String businessId) {
        return store.counts(businessId);
    }

    /**
     * Writes a change as the next version and returns the entity as it is now.
     *
     * @throws VersionConflict when the entity is at another version than the change was based on
     */
    public Entity record(String businessId, EntityChange change) {
        long basedOn = change.entity().getVersion();
        Entity next = Entity.newBuilder(change.entity()).setVersion(basedOn + 1).build();
        EntityChanged event = event(businessId, change.cause(), change.lodgement(), next);
        boolean written = basedOn == 0 ? store.insert(event, next) : store.replace(event, next, basedOn);
        if (!written) {
            throw new VersionConflict(next.getEntityId(), basedOn);
        }
        publication.wake(event.getEventId());
        return next;
    }

    /**
     * Writes what a person, or Refresh data, takes from XPM. The same event again changes nothing.
     *
     * @throws IllegalArgumentException when the portal does not have the entity, or a path may not be taken
     */
    public void take(ClientImported imported) {
        boolean settled;
        do {
            settled = takeOnce(imported);
        } while (!settled); // another change came in between: read the newer version
        publication.wake();
    }

    private boolean takeOnce(ClientImported imported) {
        Entity now = store.find(imported.getBusinessId(), imported.getEntityId())
                .orElseThrow(() -> new IllegalArgumentException("no entity " + imported.getEntityId()));
        Entity taken = ContactFields.taken(now, imported.getEntity(), imported.getTake());
        if (taken.equals(now)
                || store.hasTaken(imported.getBusinessId(), imported.getEntityId(), imported.getEventId())) {
            return true;
        }
        Entity next = Entity.newBuilder(taken).setVersion(now.getVersion() + 1).build();
        EntityChanged event = event(imported.getBusinessId(), ChangeCause.EDITED, null, next);
        return store.take(event, next, now.getVersion(), imported.getEventId());
    }

    /** Notes outcomes, in the order in which they came. */
    public void synced(List<EntitySynced> outcomes) {
        store.synced(outcomes);
    }

    private EntityChanged event(String businessId, ChangeCause cause, @Nullable Lodgement lodgement, Entity entity) {
        EntityChanged.Builder event = EntityChanged.newBuilder()
                .setEventId(ids.get().toString())
                .setBusinessId(businessId)
                .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setCause(cause)
                .setEntity(entity);
        if (lodgement != null) {
            event.setLodgement(lodgement);
        }
        return event.build();
    }
}

package com.nowinfinity.xpm.portal.imports;

import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.PoisonEventException;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.portal.entities.EntityChange;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.VersionConflict;
import com.nowinfinity.xpm.portal.sync.LastRuns;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Takes in what comes back from XPM. Everything here may come twice and leaves the same behind. */
final class PortalIntake implements BatchHandler {

    static final String GROUP = "portal";
    static final List<Topic<?>> TOPICS =
            List.of(Topics.CLIENT_IMPORTED, Topics.ENTITY_SYNCED, Topics.CONNECTION_CHANGED, Topics.SYNC_PROGRESSED);

    private final ImportStore imports;
    private final ConnectionStore connections;
    private final EntityRegister register;
    private final LastRuns runs;

    PortalIntake(ImportStore imports, ConnectionStore connections, EntityRegister register, LastRuns runs) {
        this.imports = imports;
        this.connections = connections;
        this.register = register;
        this.runs = runs;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        of(batch, ConnectionChanged.class).forEach(connections::keep);
        of(batch, SyncProgressed.class)
                .forEach(run -> runs.keep(run.getBusinessId(), run.getRunId(), run.getOccurredAt()));
        imports.keep(of(batch, ClientImported.class));
        for (ReceivedEvent received : batch) {
            if (received.event() instanceof ClientImported client
                    && !client.getTake().isEmpty()) {
                take(received, client);
            }
        }
        register.synced(of(batch, EntitySynced.class).stream()
                .filter(outcome -> outcome.getDocumentId() == null)
                .toList());
    }

    private void take(ReceivedEvent received, ClientImported client) {
        try {
            if (client.getEntityId() == null) {
                takeAsNew(client);
            } else {
                register.take(client);
            }
        } catch (IllegalArgumentException e) {
            throw new PoisonEventException(received, String.valueOf(e.getMessage()));
        }
    }

    /** A client that the portal does not have becomes an entity, once. */
    private void takeAsNew(ClientImported client) {
        if (client.getEntity() == null) {
            throw new IllegalArgumentException("nothing is told of client " + client.getClientId());
        }
        Entity entity = FromXpm.asEntity(client.getClientId(), client.getEntity());
        try {
            register.record(client.getBusinessId(), new EntityChange(ChangeCause.IMPORTED, null, entity));
        } catch (VersionConflict takenBefore) {
            // It is there, and may have gone on since.
        }
        imports.taken(client.getBusinessId(), client.getTenantId(), client.getClientId(), entity.getEntityId());
    }

    private static <T extends SpecificRecord> List<T> of(List<ReceivedEvent> batch, Class<T> type) {
        return batch.stream()
                .map(ReceivedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

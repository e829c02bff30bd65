package com.nowinfinity.xpm.report;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.ImportedGroup;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.report.discrepancy.Compared;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of one business, one second after the other. */
final class Events {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    final String businessId = "b-" + UUID.randomUUID();
    private final AtomicInteger seconds = new AtomicInteger();

    SyncRequested requested(String runId) {
        return SyncRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRunId(runId)
                .setRequestedBy("u-1")
                .build();
    }

    EntityCompared compared(
            String runId, @Nullable String entityId, @Nullable String clientId, Difference... differences) {
        return EntityCompared.newBuilder(Compared.pair(entityId, clientId, differences))
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRunId(runId)
                .build();
    }

    SyncFinished finished(String runId, RunEnd end, long compared) {
        return SyncFinished.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRunId(runId)
                .setState(end)
                .setCompared(compared)
                .setRequestedBy("u-1")
                .build();
    }

    EntityChanged changed(String entityId, long version, String name) {
        return EntityChanged.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setCause(ChangeCause.EDITED)
                .setEntity(Entity.newBuilder()
                        .setEntityId(entityId)
                        .setVersion(version)
                        .setKind(EntityKind.COMPANY)
                        .setName(name)
                        .build())
                .build();
    }

    EntitySynced synced(String entityId, Outcome outcome, @Nullable String clientId, String... causedBy) {
        return EntitySynced.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setEntityId(entityId)
                .setVersion(3)
                .setCausedBy(List.of(causedBy))
                .setOutcome(outcome)
                .setReason(outcome == Outcome.PARKED ? new Reason("rejected", "XPM refused the name.") : null)
                .setClientId(clientId)
                .setCalls(2)
                .setFields(List.of("name"))
                .build();
    }

    ClientImported imported(String tenantId, String clientId, String name, @Nullable String acn) {
        return ClientImported.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setTenantId(tenantId)
                .setClientId(clientId)
                .setEntity(Entity.newBuilder()
                        .setKind(EntityKind.COMPANY)
                        .setName(name)
                        .setAcn(acn)
                        .build())
                .build();
    }

    ConnectionChanged connected(long revision, String organisationName) {
        return ConnectionChanged.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRevision(revision)
                .setState(ConnectionState.CONNECTED)
                .setTenantId("t-1")
                .setOrganisationName(organisationName)
                .build();
    }

    /** @param groups each as {@code id=Name} */
    ClientImported inGroups(ClientImported imported, String... groups) {
        return ClientImported.newBuilder(imported)
                .setGroups(Stream.of(groups)
                        .map(group -> group.split("=", 2))
                        .map(group -> ImportedGroup.newBuilder()
                                .setGroupId(group[0])
                                .setName(group[1])
                                .build())
                        .toList())
                .build();
    }

    private Instant next() {
        return START.plusSeconds(seconds.incrementAndGet());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.documents.DocumentBytes;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumbers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One business, as the work for it sees the world.
 *
 * @param call puts more work of this business into its line
 */
record Business(
        String id,
        Stores stores,
        Gate gate,
        XpmApi xpm,
        EventPublisher events,
        Outcomes outcomes,
        DocumentBytes documentSource,
        TaxFileNumbers taxFileNumbers,
        DispatchSettings settings,
        InstantSource clock,
        Waiters waiters,
        SharedLook look,
        Candidates candidates,
        int callsPerMinute,
        Consumer<Work> call,
        Threads threads,
        Rooms rooms,
        Trails trails) {

    /** Registers keep the days of the east coast. */
    private static final ZoneId AUSTRALIA = ZoneId.of("Australia/Sydney");

    Connection connection() {
        return stores.connections().of(id);
    }

    /** The entity that leads what is written to a client, of those that are linked to it. */
    Optional<String> leading(String tenantId, String clientId) {
        return stores.intents().leading(id, tenantId, clientId);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), AUSTRALIA);
    }

    Instant settled() {
        return now().plus(settings.settlingTime());
    }
}

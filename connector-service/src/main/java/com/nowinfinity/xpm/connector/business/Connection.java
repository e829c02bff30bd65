package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a business stands with Xero.
 *
 * @param epoch grows with every new authorisation or organisation
 * @param organisation the one in use; null unless CONNECTED or RECONNECT_REQUIRED
 * @param organisations what the grant opens, the one the consent was given for first
 */
public record Connection(
        ConnectionState state,
        long epoch,
        @Nullable Organisation organisation,
        List<Organisation> organisations,
        @Nullable Person connectedBy,
        @Nullable Instant connectedAt,
        @Nullable Diagnosis problem) {

    static final Connection NONE = new Connection(ConnectionState.NOT_CONNECTED, 0, null, List.of(), null, null, null);

    public Connection {
        organisations = List.copyOf(organisations);
    }

    public @Nullable String tenantId() {
        return organisation == null ? null : organisation.tenantId();
    }

    Connection chosen(Organisation choice) {
        return new Connection(
                ConnectionState.CONNECTED, epoch + 1, choice, organisations, connectedBy, connectedAt, null);
    }

    Connection troubled(ConnectionState then, Diagnosis diagnosis) {
        return new Connection(then, epoch, organisation, organisations, connectedBy, connectedAt, diagnosis);
    }

    Connection without(Organisation closed) {
        List<Organisation> remaining = organisations.stream()
                .filter(offered -> !offered.connectionId().equals(closed.connectionId()))
                .toList();
        return new Connection(state, epoch, organisation, remaining, connectedBy, connectedAt, problem);
    }
}

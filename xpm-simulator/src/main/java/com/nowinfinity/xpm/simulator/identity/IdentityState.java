package com.nowinfinity.xpm.simulator.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What outlives a restart: grants, refresh tokens, connections. Thread-safe; changes are written down first. */
public final class IdentityState {

    /** Writes changes down for good before they take effect. */
    @FunctionalInterface
    public interface Journal {
        void write(List<IdentityChange> changes);
    }

    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Map<String, RefreshToken> refreshTokens = new LinkedHashMap<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Set<IdentityChange.PrivilegePut> withdrawn = new LinkedHashSet<>();

    synchronized @Nullable Grant grant(String id) {
        return grants.get(id);
    }

    synchronized Stream<Grant> grantsOf(String userId) {
        return grants.values().stream().filter(grant -> grant.userId().equals(userId)).toList().stream();
    }

    synchronized Stream<Connection> connectionsOf(String userId) {
        return connections.values().stream()
                .filter(connection -> connection.userId().equals(userId))
                .toList()
                .stream();
    }

    synchronized boolean isAllowed(String userId, String tenantId) {
        return !withdrawn.contains(new IdentityChange.PrivilegePut(userId, tenantId, false));
    }

    synchronized @Nullable RefreshToken refreshToken(String value) {
        return refreshTokens.get(value);
    }

    synchronized Optional<Connection> connection(String userId, String clientId, String tenantId) {
        return connectionsOf(userId, clientId)
                .filter(connection -> connection.tenant().tenantId().equals(tenantId))
                .findFirst();
    }

    synchronized Stream<Connection> connectionsOf(String userId, String clientId) {
        return connections.values().stream()
                .filter(connection -> connection.userId().equals(userId)
                        && connection.clientId().equals(clientId))
                .toList()
                .stream();
    }

    public synchronized void apply(IdentityChange change) {
        switch (change) {
            case IdentityChange.GrantPut put -> grants.put(put.grant().grantId(), put.grant());
            case IdentityChange.RefreshTokenPut put ->
                refreshTokens.put(put.token().value(), put.token());
            case IdentityChange.ConnectionPut put ->
                connections.put(put.connection().id(), put.connection());
            case IdentityChange.ConnectionRemoved removed -> connections.remove(removed.id());
            case IdentityChange.PrivilegePut put -> {
                IdentityChange.PrivilegePut without =
                        new IdentityChange.PrivilegePut(put.userId(), put.tenantId(), false);
                if (put.granted()) {
                    withdrawn.remove(without);
                } else {
                    withdrawn.add(without);
                }
            }
        }
    }

    /** Everything as changes. */
    public synchronized List<IdentityChange> contents() {
        List<IdentityChange> all = new ArrayList<>();
        grants.values().forEach(grant -> all.add(new IdentityChange.GrantPut(grant)));
        refreshTokens.values().forEach(token -> all.add(new IdentityChange.RefreshTokenPut(token)));
        connections.values().forEach(connection -> all.add(new IdentityChange.ConnectionPut(connection)));
        all.addAll(withdrawn);
        return all;
    }
}

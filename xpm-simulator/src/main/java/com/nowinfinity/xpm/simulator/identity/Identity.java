package com.nowinfinity.xpm.simulator.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Users, apps, consent and what follows from it. Thread-safe. */
public final class Identity {

    private static final DateTimeFormatter EXPIRED_AT =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<XeroUser> users;
    private final List<RegisteredApp> apps;
    private final Lifetimes lifetimes;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final AccessTokens tokens;
    private final IdentityState state;
    private final IdentityState.Journal journal;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    public Identity(
            List<XeroUser> users,
            List<RegisteredApp> apps,
            Lifetimes lifetimes,
            InstantSource clock,
            Supplier<String> ids,
            AccessTokens tokens,
            IdentityState state,
            IdentityState.Journal journal) {
        this.users = List.copyOf(users);
        this.apps = List.copyOf(apps);
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.ids = ids;
        this.tokens = tokens;
        this.state = state;
        this.journal = journal;
    }

    List<RegisteredApp> apps() {
        return apps;
    }

    public List<XeroUser> users() {
        return users;
    }

    AccessTokens tokens() {
        return tokens;
    }

    /** By name or e-mail address, without case. */
    public Optional<XeroUser> user(@Nullable String nameOrEmail) {
        return users.stream()
                .filter(user -> user.name().equalsIgnoreCase(nameOrEmail)
                        || user.email().equalsIgnoreCase(nameOrEmail))
                .findFirst();
    }

    /** The user allows the app these organisations; the answer is the code for it. */
    synchronized String consent(AuthorizationRequest request, XeroUser user, List<Tenant> tenants) {
        Instant now = clock.instant();
        String authEventId = ids.get();
        Grant grant = new Grant(
                ids.get(), user.userId(), request.app().clientId(), request.scopes(), authEventId, now, false);
        List<IdentityChange> changes = new ArrayList<>();
        changes.add(new IdentityChange.GrantPut(grant));
        for (Tenant tenant : tenants) {
            Optional<Connection> before =
                    state.connection(user.userId(), request.app().clientId(), tenant.tenantId());
            changes.add(new IdentityChange.ConnectionPut(new Connection(
                    before.map(Connection::id).orElseGet(ids),
                    user.userId(),
                    request.app().clientId(),
                    tenant,
                    authEventId,
                    before.map(Connection::createdAt).orElse(now),
                    now)));
        }
        change(changes);
        String code = ids.get() + ids.get();
        codes.put(code, new Code(request, grant, now.plus(lifetimes.code())));
        return code;
    }

    /** Takes a code out of circulation; nothing when it is used, foreign or too old. */
    Optional<Code> redeem(@Nullable String code) {
        return Optional.ofNullable(code == null ? null : codes.remove(code))
                .filter(found -> clock.instant().isBefore(found.expiresAt()));
    }

    /** A new refresh token for a good one; nothing when the old one is no longer good. */
    synchronized Optional<RotatedGrant> rotate(@Nullable String value, String clientId) {
        RefreshToken token = value == null ? null : state.refreshToken(value);
        Grant grant = token == null ? null : state.grant(token.grantId());
        Instant now = clock.instant();
        if (token == null
                || grant == null
                || grant.revoked()
                || !grant.clientId().equals(clientId)) {
            return Optional.empty();
        }
        if (!token.isGood(now, lifetimes)) {
            return Optional.empty();
        }
        RefreshToken next = new RefreshToken(newTokenValue(), grant.grantId(), now, null);
        change(List.of(
                new IdentityChange.RefreshTokenPut(token.usedAt(now)), new IdentityChange.RefreshTokenPut(next)));
        return Optional.of(new RotatedGrant(grant, next.value()));
    }

    /** A grant with the refresh token that now belongs to it. */
    record RotatedGrant(Grant grant, String refreshToken) {}

    synchronized String firstRefreshToken(Grant grant) {
        RefreshToken token = new RefreshToken(newTokenValue(), grant.grantId(), clock.instant(), null);
        change(List.of(new IdentityChange.RefreshTokenPut(token)));
        return token.value();
    }

    /** Ends the grant and all the user's connections to the app. */
    synchronized void revoke(@Nullable String refreshToken, String clientId) {
        RefreshToken token = refreshToken == null ? null : state.refreshToken(refreshToken);
        Grant grant = token == null ? null : state.grant(token.grantId());
        if (grant != null && grant.clientId().equals(clientId)) {
            List<IdentityChange> changes = new ArrayList<>();
            changes.add(new IdentityChange.GrantPut(grant.asRevoked()));
            state.connectionsOf(grant.userId(), clientId)
                    .forEach(connection -> changes.add(new IdentityChange.ConnectionRemoved(connection.id())));
            change(changes);
        }
    }

    /** The user takes everything back at Xero itself: every grant, every connection, of every app. */
    public synchronized void revokeAll(XeroUser user) {
        List<IdentityChange> changes = new ArrayList<>();
        state.grantsOf(user.userId()).forEach(grant -> changes.add(new IdentityChange.GrantPut(grant.asRevoked())));
        state.connectionsOf(user.userId())
                .forEach(connection -> changes.add(new IdentityChange.ConnectionRemoved(connection.id())));
        change(changes);
    }

    /** The user disconnects one organisation at Xero itself, from every app. */
    public synchronized void disconnect(XeroUser user, String tenantId) {
        change(state.connectionsOf(user.userId())
                .filter(connection -> connection.tenant().tenantId().equals(tenantId))
                .<IdentityChange>map(connection -> new IdentityChange.ConnectionRemoved(connection.id()))
                .toList());
    }

    /** An administrator of the practice gives or takes the privilege to let apps in, in this user's name. */
    public synchronized void allow(XeroUser user, String tenantId, boolean granted) {
        change(List.of(new IdentityChange.PrivilegePut(user.userId(), tenantId, granted)));
    }

    /** Which of her organisations she may connect apps to now. */
    List<Tenant> connectable(XeroUser user) {
        return user.tenants().stream()
                .filter(tenant -> state.isAllowed(user.userId(), tenant.tenantId()))
                .toList();
    }

    List<Connection> connections(Caller.Known caller) {
        return state.connectionsOf(caller.user().userId(), caller.clientId()).toList();
    }

    /** False when it is not one of the caller's. */
    synchronized boolean disconnect(Caller.Known caller, String connectionId) {
        boolean own = connections(caller).stream().anyMatch(each -> each.id().equals(connectionId));
        if (own) {
            change(List.of(new IdentityChange.ConnectionRemoved(connectionId)));
        }
        return own;
    }

    public boolean isConnected(Caller.Known caller, String tenantId) {
        return state.isAllowed(caller.user().userId(), tenantId)
                && state.connection(caller.user().userId(), caller.clientId(), tenantId)
                        .isPresent();
    }

    /** @param authorization the header as it came */
    public Caller caller(Optional<String> authorization) {
        Optional<AccessTokens.Claims> claims = authorization
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(header -> tokens.read(header.substring(7).strip()));
        Grant grant = claims.map(read -> state.grant(read.grantId())).orElse(null);
        if (claims.isEmpty() || grant == null) {
            return new Caller.Unknown("AuthenticationUnsuccessful");
        }
        Instant expiresAt = claims.get().expiresAt();
        if (!clock.instant().isBefore(expiresAt)) {
            return new Caller.Unknown("TokenExpired: token expired at " + EXPIRED_AT.format(expiresAt));
        }
        return new Caller.Known(userOf(grant), grant.clientId(), grant.scopes());
    }

    XeroUser userOf(Grant grant) {
        return users.stream()
                .filter(user -> user.userId().equals(grant.userId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A grant of an unknown user"));
    }

    Instant now() {
        return clock.instant();
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    private String newTokenValue() {
        return (ids.get() + ids.get()).replace("-", "");
    }

    private void change(List<IdentityChange> changes) {
        journal.write(changes);
        changes.forEach(state::apply);
    }
}

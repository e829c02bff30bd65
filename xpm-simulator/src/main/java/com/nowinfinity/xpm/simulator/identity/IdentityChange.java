package com.nowinfinity.xpm.simulator.identity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One effect on what the identity service remembers, as the state that follows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IdentityChange.GrantPut.class, name = "grant"),
    @JsonSubTypes.Type(value = IdentityChange.RefreshTokenPut.class, name = "refresh-token"),
    @JsonSubTypes.Type(value = IdentityChange.ConnectionPut.class, name = "connection"),
    @JsonSubTypes.Type(value = IdentityChange.ConnectionRemoved.class, name = "connection-removed"),
    @JsonSubTypes.Type(value = IdentityChange.PrivilegePut.class, name = "privilege")
})
public sealed interface IdentityChange {

    record GrantPut(Grant grant) implements IdentityChange {}

    record RefreshTokenPut(RefreshToken token) implements IdentityChange {}

    record ConnectionPut(Connection connection) implements IdentityChange {}

    record ConnectionRemoved(String id) implements IdentityChange {}

    record PrivilegePut(String userId, String tenantId, boolean granted) implements IdentityChange {}
}

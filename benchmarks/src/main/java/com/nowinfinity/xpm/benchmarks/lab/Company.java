package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company on both sides. Its e-mail address says which version XPM holds; the first version has none, as XPM has none,
 * so that both sides agree before anything changes.
 *
 * @param clientId XPM's id; the portal's is made from it, so that the baseline needs no table of links
 */
public record Company(String businessId, String tenantId, String clientId, String name, String acn) {

    private static final String PREFIX = "c-";
    private static final String MAIL = "@fleet.example";

    public String entityId() {
        return PREFIX + clientId;
    }

    /** The client that an entity of ours is. */
    public static String clientOf(String entityId) {
        return entityId.substring(PREFIX.length());
    }

    public EntityChanged changed(long version, ChangeCause cause, Instant at) {
        return EntityChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setCause(cause)
                .setEntity(at(version))
                .build();
    }

    /** A push of the company with its documents and nobody else; a new group has its name. */
    public PushRequested pushed(GroupMode group, Instant at) {
        return PushRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setPushId(UUID.randomUUID().toString())
                .setEntityId(entityId())
                .setScope(PushScope.ENTITY_ONLY)
                .setGroupMode(group)
                .setGroupName(group == GroupMode.NEW ? name : null)
                .setDocuments(true)
                .setRequestedBy("benchmark")
                .build();
    }

    /** A person's decision about the company, or about one field of it. */
    public ActionRequested decided(Action action, @Nullable String field, Instant at) {
        return ActionRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setAction(action)
                .setTargets(List.of(ActionTarget.newBuilder()
                        .setEntityId(entityId())
                        .setField(field)
                        .build()))
                .setRequestedBy("benchmark")
                .build();
    }

    private Entity at(long version) {
        return Entity.newBuilder()
                .setEntityId(entityId())
                .setVersion(version)
                .setKind(EntityKind.COMPANY)
                .setName(name)
                .setAcn(acn)
                .setStatus(EntityStatus.ACTIVE)
                .setEmail(version <= 1 ? null : "v" + version + MAIL)
                .setAddresses(List.of())
                .setRelationships(List.of())
                .build();
    }

    /** The version that an e-mail address says; 0 for any other. */
    public static long versionIn(String email) {
        return email.startsWith("v") && email.endsWith(MAIL)
                ? Long.parseLong(email.substring(1, email.length() - MAIL.length()))
                : 0;
    }
}

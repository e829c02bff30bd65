package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import java.time.Instant;
import java.util.UUID;

/** Events to send about. */
final class Samples {

    private Samples() {}

    static EntityChanged change(String businessId, long version) {
        return EntityChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.parse("2026-03-01T02:03:04Z"))
                .setCause(ChangeCause.EDITED)
                .setEntity(Entity.newBuilder()
                        .setEntityId("c-100")
                        .setVersion(version)
                        .setKind(EntityKind.COMPANY)
                        .setName("Smith & Co Pty Ltd")
                        .build())
                .build();
    }

    static long version(ReceivedEvent received) {
        return ((EntityChanged) received.event()).getEntity().getVersion();
    }
}

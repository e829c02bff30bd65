package com.nowinfinity.xpm.report.mirror;

import com.nowinfinity.xpm.events.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A client of XPM.
 *
 * @param kind null where its structure is none that the practice's labels name
 * @param entityId the linked entity; null for none
 */
record MirroredClient(
        String clientId,
        String name,
        @Nullable EntityKind kind,
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String entityId) {

    MirroredClient linkedTo(@Nullable String linked) {
        return new MirroredClient(clientId, name, kind, acn, abn, linked);
    }
}

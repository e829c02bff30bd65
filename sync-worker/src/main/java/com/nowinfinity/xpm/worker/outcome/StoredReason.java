package com.nowinfinity.xpm.worker.outcome;

import com.nowinfinity.xpm.events.Reason;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A reason as it is stored, in a document of its own; null where there is none. */
public final class StoredReason {

    private static final String CODE = "code";
    private static final String TEXT = "text";

    private StoredReason() {}

    public static @Nullable Document write(@Nullable Reason reason) {
        return reason == null ? null : new Document(CODE, reason.getCode()).append(TEXT, reason.getText());
    }

    public static @Nullable Reason read(@Nullable Document stored) {
        return stored == null ? null : Outcomes.reason(stored.getString(CODE), stored.getString(TEXT));
    }
}

package com.nowinfinity.xpm.connector.store;

import com.nowinfinity.xpm.events.JsonForm;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Events inside documents. */
public final class Forms {

    private Forms() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // a document's values may be null, which its type cannot say
    public static Document of(SpecificRecord event) {
        return new Document((Map) JsonForm.of(event));
    }

    /** Null where there is none, so that absent parts of a document stay null. */
    public static @Nullable Document orNull(@Nullable SpecificRecord event) {
        return event == null ? null : of(event);
    }

    public static <T extends SpecificRecord> T read(Document stored, Class<T> type) {
        return JsonForm.readStored(stored, type);
    }

    public static <T extends SpecificRecord> @Nullable T readOrNull(@Nullable Document stored, Class<T> type) {
        return stored == null ? null : read(stored, type);
    }
}

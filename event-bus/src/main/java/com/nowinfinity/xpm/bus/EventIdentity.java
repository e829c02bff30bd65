package com.nowinfinity.xpm.bus;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** What every event carries to be told apart and routed. Empty where the event does not say. */
public record EventIdentity(String eventId, String businessId) {

    public static EventIdentity of(SpecificRecord event) {
        return new EventIdentity(text(event, "eventId"), text(event, "businessId"));
    }

    private static String text(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field != null && event.get(field.pos()) instanceof CharSequence text ? text.toString() : "";
    }
}

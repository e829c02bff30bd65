package com.nowinfinity.xpm.events;

import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** An entity's fields about a person: {@code personFirstName} in Avro, {@code person.firstName} in its JSON form. */
@NullMarked
final class PersonFields {

    static final String PERSON = "person";

    private PersonFields() {}

    static boolean isEntity(Schema schema) {
        return schema.getName().equals("Entity");
    }

    /** {@code firstName} for an entity's {@code personFirstName}; null for every other field. */
    static @Nullable String personal(Schema schema, String name) {
        if (!isEntity(schema) || !name.startsWith(PERSON) || name.length() == PERSON.length()) {
            return null;
        }
        String part = name.substring(PERSON.length());
        return Character.toLowerCase(part.charAt(0)) + part.substring(1);
    }
}

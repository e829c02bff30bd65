package com.nowinfinity.xpm.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A record as nested maps, lists, strings, numbers and booleans: the form it has in HTTP bodies and in the database.
 * Field names are Avro's; times are ISO 8601 in UTC, enums their names; an entity's {@code personFirstName} and so on
 * stand together under {@code person}. Reading is strict: an unknown field, a wrong type or an unknown symbol is a
 * {@link Mismatch} that names the path.
 */
@NullMarked
public final class JsonForm {

    private static final JsonReader STRICT = new JsonReader(true);
    private static final JsonReader LENIENT = new JsonReader(false);

    static {
        EventClasses.trust();
    }

    private JsonForm() {}

    /** What does not fit, and where. */
    public static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String path;

        Mismatch(String path, String reason) {
            super(path.isEmpty() ? reason : path + ": " + reason);
            this.path = path;
        }

        /** The field's path, as {@code entity.addresses[0].use}; empty for the whole. */
        public String path() {
            return path;
        }
    }

    public static Map<String, @Nullable Object> of(SpecificRecord event) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = plain(event.get(field.pos()));
            String personal = PersonFields.personal(event.getSchema(), field.name());
            if (personal == null) {
                form.put(field.name(), value);
            } else {
                if (person.isEmpty()) {
                    form.put(PersonFields.PERSON, person);
                }
                person.put(personal, value);
            }
        }
        return form;
    }

    /** @throws Mismatch when the form does not fit the type */
    public static <T extends SpecificRecord> T read(Map<String, ? extends @Nullable Object> form, Class<T> type) {
        return type.cast(STRICT.record(form, SpecificData.get().getSchema(type), ""));
    }

    /**
     * Reads what we ourselves stored, perhaps in a newer version: fields that are not known here are left out, symbols
     * that are not known here become UNKNOWN.
     */
    public static <T extends SpecificRecord> T readStored(Map<String, ? extends @Nullable Object> form, Class<T> type) {
        return type.cast(LENIENT.record(form, SpecificData.get().getSchema(type), ""));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord nested -> of(nested);
            case List<?> list -> plainList(list);
            case Enum<?> symbol -> symbol.name();
            case Instant time -> time.toString();
            case CharSequence text -> text.toString();
            default -> value;
        };
    }

    private static List<@Nullable Object> plainList(List<?> list) {
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        list.forEach(element -> plain.add(plain(element)));
        return plain;
    }
}

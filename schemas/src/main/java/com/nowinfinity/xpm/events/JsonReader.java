package com.nowinfinity.xpm.events;

import static com.nowinfinity.xpm.events.PersonFields.PERSON;

import com.nowinfinity.xpm.events.JsonForm.Mismatch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms.
 *
 * @param strict whether what is not known is refused, or left out
 */
@NullMarked
record JsonReader(boolean strict) {

    SpecificRecordBase record(Map<String, ? extends @Nullable Object> form, Schema schema, String path) {
        Map<String, Object> given = flat(form, schema, path);
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
        Set<String> unknown = new TreeSet<>(given.keySet());
        for (Schema.Field field : schema.getFields()) {
            unknown.remove(field.name());
            Object value = given.get(field.name());
            record.put(
                    field.pos(),
                    value == null ? initial(field) : value(value, field.schema(), at(path, shown(schema, field))));
        }
        if (strict && !unknown.isEmpty()) {
            throw new Mismatch(at(path, unknown.iterator().next()), "unknown field");
        }
        return record;
    }

    private Map<String, Object> flat(Map<String, ? extends @Nullable Object> form, Schema schema, String path) {
        Map<String, Object> flat = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (value == null) {
                return;
            }
            if (name.equals(PERSON) && PersonFields.isEntity(schema)) {
                asMap(value, at(path, PERSON)).forEach((part, inner) -> {
                    if (inner != null) {
                        flat.put(personField(part, schema, at(path, PERSON)), inner);
                    }
                });
            } else if (PersonFields.personal(schema, name) != null) {
                throw new Mismatch(at(path, name), "unknown field; it belongs under person");
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    /** {@code personFirstName} for {@code firstName}; what is not known keeps a name that is not known. */
    private String personField(String part, Schema schema, String path) {
        for (Schema.Field field : schema.getFields()) {
            if (part.equals(PersonFields.personal(schema, field.name()))) {
                return field.name();
            }
        }
        if (strict) {
            throw new Mismatch(at(path, part), "unknown field");
        }
        return PERSON + "." + part;
    }

    private @Nullable Object value(Object value, Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION -> value(value, inner(schema), path);
            case RECORD -> record(asMap(value, path), schema, path);
            case ARRAY -> list(value, schema.getElementType(), path);
            case ENUM -> symbol(asText(value, path), schema, path);
            case STRING -> text(asText(value, path), path);
            case BOOLEAN -> {
                if (value instanceof Boolean flag) {
                    yield flag;
                }
                throw new Mismatch(path, "expected true or false");
            }
            case LONG -> isTime(schema) ? time(asText(value, path), path) : (Object) whole(value, path);
            case INT -> narrow(whole(value, path), path);
            case DOUBLE -> {
                if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                    yield number.doubleValue();
                }
                throw new Mismatch(path, "expected a number");
            }
            case MAP, FIXED, BYTES, FLOAT, NULL ->
                throw new IllegalStateException("no event has a field of type " + schema);
        };
    }

    private List<@Nullable Object> list(Object value, Schema element, String path) {
        if (!(value instanceof List<?> list)) {
            throw new Mismatch(path, "expected a list");
        }
        List<@Nullable Object> read = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            String itemPath = path + "[" + i + "]";
            if (item == null) {
                throw new Mismatch(itemPath, "expected a value");
            }
            read.add(value(item, element, itemPath));
        }
        return read;
    }

    private Object symbol(String text, Schema schema, String path) {
        if (!strict && !schema.hasEnumSymbol(text)) {
            return SpecificData.get().createEnum(schema.getEnumDefault(), schema);
        }
        if (!schema.hasEnumSymbol(text) || (strict && text.equals(schema.getEnumDefault()))) {
            List<String> known = schema.getEnumSymbols().stream()
                    .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                    .toList();
            throw new Mismatch(path, "expected one of " + String.join(", ", known));
        }
        return SpecificData.get().createEnum(text, schema);
    }

    private String text(String text, String path) {
        // What we stored may have come as an event, whose dates nobody looked at on the way.
        boolean isDate = path.endsWith("Date") || path.endsWith("dateOfBirth");
        if (strict && isDate && !isDate(text)) {
            throw new Mismatch(path, "expected a date, yyyy-MM-dd");
        }
        return text;
    }

    private static @Nullable Object initial(Schema.Field field) {
        // The default comes as Avro's generic form: a raw long for a time.
        Object initial = SpecificData.get().getDefaultValue(field);
        return initial instanceof Long millis && isTime(field.schema()) ? Instant.ofEpochMilli(millis) : initial;
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == "yyyy-MM-dd".length()
                    && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Instant time(String text, String path) {
        try {
            // Cut to what Avro carries, so that reading what was written gives the same.
            return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new Mismatch(path, "expected a time, ISO 8601 in UTC");
        }
    }

    private static long whole(Object value, String path) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new Mismatch(path, "expected a whole number");
    }

    private static int narrow(long value, String path) {
        if (value != (int) value) {
            throw new Mismatch(path, "number too large");
        }
        return (int) value;
    }

    @SuppressWarnings("unchecked") // keys are checked, values are checked one by one when they are read
    private static Map<String, @Nullable Object> asMap(Object value, String path) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new Mismatch(path, "expected an object");
    }

    private static String asText(Object value, String path) {
        if (value instanceof String text) {
            return text;
        }
        throw new Mismatch(path, "expected a string");
    }

    private static Schema inner(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTime(Schema schema) {
        Schema bare = schema.getType() == Schema.Type.UNION ? inner(schema) : schema;
        return bare.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private static String shown(Schema schema, Schema.Field field) {
        String personal = PersonFields.personal(schema, field.name());
        return personal == null ? field.name() : PERSON + "." + personal;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package com.nowinfinity.xpm.portal.entities;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What no text of a record may be, wherever in it: XML could not carry it to XPM, or nobody could read it. */
final class TextRules {

    private static final int LONGEST = 2_000;

    private TextRules() {}

    /** The first text that breaks a rule, for people; null when none does. */
    static @Nullable String broken(@Nullable Object value, String path) {
        return switch (value) {
            case null -> null;
            case SpecificRecord inner -> {
                for (Schema.Field field : inner.getSchema().getFields()) {
                    String broken = broken(inner.get(field.pos()), path + "." + field.name());
                    if (broken != null) {
                        yield broken;
                    }
                }
                yield null;
            }
            case List<?> list -> {
                for (Object item : list) {
                    String broken = broken(item, path);
                    if (broken != null) {
                        yield broken;
                    }
                }
                yield null;
            }
            case String text when text.length() > LONGEST -> path + ": longer than " + LONGEST + " characters";
            case String text
            when text.codePoints().anyMatch(TextRules::isUnfit) -> path + ": holds control characters, or half of one";
            default -> null;
        };
    }

    private static boolean isUnfit(int codePoint) {
        boolean control = codePoint < ' ' && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return control || half || codePoint == 0x7F || codePoint == 0xFFFE || codePoint == 0xFFFF;
    }
}

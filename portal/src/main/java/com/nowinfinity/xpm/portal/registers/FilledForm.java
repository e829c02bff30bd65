package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.portal.frame.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What somebody has filled in, as texts, days and numbers; null where a field is blank. */
record FilledForm(Form form) {

    String text(String field) {
        return form.text(field);
    }

    @Nullable
    String textOrNull(String field) {
        return form.textOrNull(field);
    }

    /** @throws Unclear where it is no day */
    @Nullable
    String date(String field, String name) {
        String text = form.textOrNull(field);
        try {
            return text == null ? null : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new Unclear(name + " is no date: write it as year-month-day.");
        }
    }

    /** What is filled in, or else what stands there. */
    @Nullable
    String or(String field, @Nullable String standing) {
        String text = form.textOrNull(field);
        return text == null ? standing : text;
    }

    /** @throws Unclear where it is no whole number above zero, however its thousands are grouped */
    @Nullable
    Long number(String field, String name) {
        String text = form.textOrNull(field);
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text.replaceAll("[\\s,]", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Unclear(name + " is no whole number.");
        }
        throw new Unclear(name + " has to be more than zero.");
    }
}

package com.nowinfinity.xpm.api.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What XPM keeps of a client who is a person; all null for others. An unreadable date is null. */
public record PersonDetails(
        @Nullable String title,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String otherName,
        @Nullable LocalDate dateOfBirth,
        @Nullable LocalDate dateOfDeath) {

    public static final PersonDetails NONE = new PersonDetails(null, null, null, null, null, null, null);
}

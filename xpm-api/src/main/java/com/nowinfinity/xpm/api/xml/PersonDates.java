package com.nowinfinity.xpm.api.xml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How XPM wants dates of birth and death. Its documents do not say, so this is a setting. */
public enum PersonDates {
    /** {@code 1970-11-26}. */
    ISO(DateTimeFormatter.ISO_LOCAL_DATE),
    /** {@code 19701126}. */
    COMPACT(DateTimeFormatter.BASIC_ISO_DATE);

    private final DateTimeFormatter format;

    PersonDates(DateTimeFormatter format) {
        this.format = format;
    }

    String write(String isoDate) {
        return format.format(LocalDate.parse(isoDate));
    }
}

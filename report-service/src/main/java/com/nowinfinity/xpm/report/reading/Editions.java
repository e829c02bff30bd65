package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.report.practice.PracticeBook;
import com.nowinfinity.xpm.report.publication.StoredReport;
import com.nowinfinity.xpm.report.rendering.Edition;
import java.time.ZoneId;

/** How a report's file is written for its practice. */
final class Editions {

    private static final long FIRST = 1;

    private final PracticeBook practices;
    private final ZoneId zone;

    /** @param zone in which people read times */
    Editions(PracticeBook practices, ZoneId zone) {
        this.practices = practices;
        this.zone = zone;
    }

    Edition of(StoredReport report, boolean byPartner) {
        return new Edition(
                practices.name(report.head().businessId()).orElse(null), zone, byPartner, report.number() == FIRST);
    }
}

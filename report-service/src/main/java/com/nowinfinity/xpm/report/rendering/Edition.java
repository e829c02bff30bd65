package com.nowinfinity.xpm.report.rendering;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For whom a report's file is written, and how. What programs read, json and csv, is the same in every edition.
 *
 * @param practice what the practice is called; null where XPM has not told it
 * @param zone in which people read times and count days
 * @param byPartner a sheet for each partner, where the format has sheets
 * @param first whether there was no report before: nothing is new in it then, or all of it
 */
public record Edition(@Nullable String practice, ZoneId zone, boolean byPartner, boolean first) {

    private static final int LONGEST_PRACTICE = 40;

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

    /** Of letters, digits and dashes, as every system takes them: {@code discrepancies-harbour-2026-03-04-0915.xlsx}. */
    public String fileName(Instant createdAt, ReportFormat format) {
        String whose = practice == null ? "" : plain(practice);
        return "discrepancies-%s%s.%s"
                .formatted(
                        whose.isEmpty() ? "" : whose + "-",
                        TO_THE_MINUTE.format(createdAt.atZone(zone)),
                        format.extension());
    }

    private static String plain(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST_PRACTICE)).replaceAll("^-+|-+$", "");
    }
}

package com.nowinfinity.xpm.portal.imports;

import org.jspecify.annotations.Nullable;

/**
 * What came from one organisation.
 *
 * @param clients clients known of
 * @param offers those without an entity, which a person may take over
 * @param lastAt when the newest came, ISO 8601; null when none did
 * @param lastRun the run that brought it; null outside runs
 */
public record ImportCounts(
        long clients,
        long offers,
        @Nullable String lastAt,
        @Nullable String lastRun) {

    static final ImportCounts NONE = new ImportCounts(0, 0, null, null);
}

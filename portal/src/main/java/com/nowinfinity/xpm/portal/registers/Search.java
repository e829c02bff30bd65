package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.portal.entities.EntityRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the entities that somebody looks for, by name.
 *
 * @param total entities of the business, found those that fit
 * @param page from 1
 */
record Search(String query, String kind, long total, int found, int page, int pages, List<EntityRow> rows) {

    static final int ROWS = 25;

    /** @param all by name already, where sorting is to cost nothing */
    static Search in(List<EntityRow> all, String query, String kind, int page) {
        String wanted = plain(query);
        List<EntityRow> found = all.stream()
                .filter(row -> kind.isEmpty() || row.kind().equals(kind))
                .filter(row -> wanted.isEmpty() || fits(row, wanted))
                .sorted(EntityRow.BY_NAME)
                .toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 1, pages);
        List<EntityRow> rows = found.subList((at - 1) * ROWS, Math.min(at * ROWS, found.size()));
        return new Search(query.strip(), kind, all.size(), found.size(), at, pages, rows);
    }

    public boolean isFirst() {
        return page == 1;
    }

    public boolean isLast() {
        return page == pages;
    }

    private static boolean fits(EntityRow row, String wanted) {
        return Stream.of(row.name(), row.acn(), row.abn(), row.entityId())
                .anyMatch(text -> plain(text).contains(wanted));
    }

    /** Numbers are found with or without their blanks. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}

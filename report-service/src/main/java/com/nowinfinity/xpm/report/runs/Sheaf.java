package com.nowinfinity.xpm.report.runs;

import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.storage.DiscrepancyDocument;
import com.nowinfinity.xpm.report.storage.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of one go at a run that are stored together.
 *
 * @param id below the go's key; the same pairs have the same
 */
record Sheaf(String id, List<Document> pairs) {

    static final String ENTITY = "entity";
    static final String ENTITY_NAME = "entityName";
    static final String CLIENT = "client";
    static final String CLIENT_NAME = "clientName";
    static final String FOUND = "found";
    private static final String AT = "at";

    private static final int MOST_PAIRS = 500;
    /** A document may have 16 MB, and each row repeats the names of its pair. */
    private static final int MOST_ROWS = 1_000;

    private static final int MOST_CHARACTERS = 3_000_000;

    static List<Sheaf> of(String attempt, List<EntityCompared> compared) {
        List<Sheaf> sheaves = new ArrayList<>();
        List<EntityCompared> together = new ArrayList<>();
        int rows = 0;
        long characters = 0;
        for (EntityCompared pair : compared) {
            long more = characters(pair);
            boolean full = together.size() == MOST_PAIRS
                    || rows + pair.getDifferences().size() > MOST_ROWS
                    || characters + more > MOST_CHARACTERS;
            if (full && !together.isEmpty()) {
                sheaves.add(sheaf(attempt, together));
                together = new ArrayList<>();
                rows = 0;
                characters = 0;
            }
            together.add(pair);
            rows += pair.getDifferences().size();
            characters += more;
        }
        sheaves.add(sheaf(attempt, together));
        return sheaves;
    }

    /** What a pair is told apart by. What is about no record at all, as a label, is told apart by its fields. */
    static String key(Document pair) {
        String entity = pair.getString(ENTITY);
        String client = pair.getString(CLIENT);
        String alone = entity != null || client != null
                ? null
                : pair.getList(FOUND, Document.class).stream()
                        .map(row -> String.valueOf(row.getString("field")))
                        .collect(Collectors.joining("\n"));
        return Key.of("pair", entity, client, alone);
    }

    /** Of two tellings of a pair. */
    static Document later(Document one, Document other) {
        boolean first = one.getDate(AT).toInstant().isAfter(other.getDate(AT).toInstant());
        return first ? one : other;
    }

    private static Sheaf sheaf(String attempt, List<EntityCompared> pairs) {
        String events = pairs.stream().map(EntityCompared::getEventId).collect(Collectors.joining(" "));
        String name =
                UUID.nameUUIDFromBytes(events.getBytes(StandardCharsets.UTF_8)).toString();
        return new Sheaf(
                Key.below(attempt, name), pairs.stream().map(Sheaf::pair).toList());
    }

    private static Document pair(EntityCompared pair) {
        List<Discrepancy> found = Findings.of(pair, pair.getOccurredAt());
        return new Document(ENTITY, pair.getEntityId())
                .append(ENTITY_NAME, pair.getEntityName())
                .append(CLIENT, pair.getClientId())
                .append(CLIENT_NAME, name(pair.getClient()))
                .append(AT, Date.from(pair.getOccurredAt()))
                .append(FOUND, found.stream().map(DiscrepancyDocument::write).toList());
    }

    private static @Nullable String name(@Nullable ClientSummary client) {
        return client == null ? null : client.getName();
    }

    private static long characters(EntityCompared pair) {
        return pair.getDifferences().stream()
                .mapToLong(difference -> length(difference.getNowInfinity())
                        + length(difference.getXpm())
                        + length(difference.getBase())
                        + length(pair.getEntityName()))
                .sum();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}

package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The columns of each format. */
final class Columns {

    /** To be filled in: what is to be done, and with LINK to which client. */
    static final String ACTION = "Action";

    static final String LINK_TO = "Link to client";
    /** To be filled in with ACCEPT; says of an accepted row why it is. */
    static final String BECAUSE = "Because";

    static final String UNTIL = "Until";

    /** The fields of the contract's item, in its order. */
    static final List<Column> OF_ITEM = List.of(
            Column.text("id", "Id", 34, Discrepancy::id),
            Column.text("kind", "Kind", 24, Discrepancy::kind),
            Column.symbol("severity", "Severity", 10, Discrepancy::severity),
            Column.symbol("state", "State", 11, Discrepancy::state),
            Column.text("entityId", "Entity id", 20, Discrepancy::entityId),
            Column.text("entityName", "Entity", 34, Discrepancy::entityName),
            Column.symbol("entityKind", "Kind of entity", 15, Discrepancy::entityKind),
            Column.text("clientId", "Client id", 38, Discrepancy::clientId),
            Column.text("clientName", "Client in XPM", 34, Discrepancy::clientName),
            Column.text("clientCode", "Client code", 13, Discrepancy::clientCode),
            Column.text("partner", "Partner", 20, Discrepancy::partner),
            Column.text("manager", "Manager", 20, Discrepancy::manager),
            Column.list("groups", "Groups", 24, Discrepancy::groups),
            Column.link("webUrl", "In XPM", 30, Discrepancy::webUrl),
            Column.text("field", "Field path", 26, Discrepancy::field),
            Column.text("nowInfinity", "NowInfinity", 34, Discrepancy::nowInfinity),
            Column.text("xpm", "XPM", 34, Discrepancy::xpm),
            Column.text("base", "Last agreed", 26, Discrepancy::base),
            Column.symbol("changedBy", "Changed by", 13, Discrepancy::changedBy),
            Column.moment("since", "Changed after", Discrepancy::since),
            Column.moment("until", "Changed before", Discrepancy::until),
            Column.day("dueDate", "Due at ASIC", Discrepancy::dueDate),
            Column.moment("openedAt", "Open since", Discrepancy::openedAt),
            Column.symbols("actions", "Can be done", 34, Discrepancy::actions),
            Column.text("fieldName", "Field", 28, Discrepancy::fieldName),
            Column.list("concerns", "Concerns", 34, Discrepancy::concerns),
            Column.text("acceptedBecause", BECAUSE, 24, Discrepancy::acceptedBecause),
            Column.day("acceptedUntil", UNTIL, Discrepancy::acceptedUntil),
            Column.list("candidates", "Could be", 34, Columns::candidates));

    /** What is read first stands first; the ids, which only machines need, stand last. */
    private static final List<String> FOR_READING = List.of(
            "entityName",
            "entityKind",
            "clientName",
            "partner",
            "manager",
            "groups",
            "clientCode",
            "webUrl",
            "kind",
            "fieldName",
            "nowInfinity",
            "xpm",
            "base",
            "changedBy",
            "since",
            "until",
            "severity",
            "state",
            "openedAt",
            "daysOpen",
            "dueDate",
            "daysLeft",
            "concerns",
            "actions",
            "candidates",
            "action",
            "linkTo",
            "acceptedBecause",
            "acceptedUntil",
            "id",
            "entityId",
            "clientId",
            "field");

    private Columns() {}

    /** For people, with the days counted on the day of the report, where they are. */
    static List<Column> forReading(Instant createdAt, ZoneId zone) {
        Column daysOpen = new Column(
                "daysOpen",
                "Days open",
                10,
                row -> new Cell.Whole(
                        Math.max(0, Duration.between(row.openedAt(), createdAt).toDays())));
        LocalDate today = LocalDate.ofInstant(createdAt, zone);
        Column daysLeft = new Column("daysLeft", "Days left", 10, row -> daysLeft(row, today));
        return FOR_READING.stream()
                .map(name -> switch (name) {
                    case "kind" -> Column.kindInWords();
                    case "nowInfinity", "xpm" -> ofItem(name).inWords();
                    case "daysOpen" -> daysOpen;
                    case "daysLeft" -> daysLeft;
                    case "action" -> Column.blank("action", ACTION, 18);
                    case "linkTo" -> Column.blank("linkTo", LINK_TO, 38);
                    default -> ofItem(name);
                })
                .toList();
    }

    /** With their ids, which are what "Link to client" wants. */
    private static List<String> candidates(Discrepancy row) {
        return row.candidates().stream()
                .map(candidate -> candidate.name() + " = " + candidate.clientId())
                .toList();
    }

    private static Cell daysLeft(Discrepancy row, LocalDate today) {
        LocalDate due = row.dueDate();
        return due == null ? Cell.Blank.BLANK : new Cell.Whole(ChronoUnit.DAYS.between(today, due));
    }

    private static Column ofItem(String name) {
        return OF_ITEM.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

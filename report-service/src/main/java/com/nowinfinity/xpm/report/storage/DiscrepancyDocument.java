package com.nowinfinity.xpm.report.storage;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.discrepancy.Remedies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A discrepancy as it is stored. Symbols of a newer version are read as the nearest that is known here. */
public final class DiscrepancyDocument {

    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String SEVERITY = "severity";
    private static final String STATE = "state";
    private static final String ENTITY_ID = "entityId";
    private static final String ENTITY_NAME = "entityName";
    private static final String ENTITY_KIND = "entityKind";
    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_NAME = "clientName";
    private static final String CLIENT_CODE = "clientCode";
    private static final String PARTNER = "partner";
    private static final String MANAGER = "manager";
    private static final String GROUPS = "groups";
    private static final String WEB_URL = "webUrl";
    private static final String FIELD = "field";
    private static final String NOW_INFINITY = "nowInfinity";
    private static final String XPM = "xpm";
    private static final String BASE = "base";
    private static final String CHANGED_BY = "changedBy";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String DUE_DATE = "dueDate";
    private static final String OPENED_AT = "openedAt";
    private static final String FIELD_NAME = "fieldName";
    private static final String CONCERNS = "concerns";
    private static final String ACCEPTED_BECAUSE = "acceptedBecause";
    private static final String ACCEPTED_UNTIL = "acceptedUntil";
    private static final String CANDIDATES = "candidates";

    private DiscrepancyDocument() {}

    public static Document write(Discrepancy row) {
        Document document = new Document(ID, row.id())
                .append(KIND, row.kind())
                .append(SEVERITY, row.severity().name())
                .append(STATE, row.state().name())
                .append(ENTITY_ID, row.entityId())
                .append(ENTITY_NAME, row.entityName())
                .append(ENTITY_KIND, row.entityKind() == null ? null : String.valueOf(row.entityKind()))
                .append(CLIENT_ID, row.clientId())
                .append(CLIENT_NAME, row.clientName())
                .append(CLIENT_CODE, row.clientCode())
                .append(PARTNER, row.partner())
                .append(MANAGER, row.manager())
                .append(GROUPS, row.groups())
                .append(WEB_URL, row.webUrl())
                .append(FIELD, row.field())
                .append(NOW_INFINITY, row.nowInfinity())
                .append(XPM, row.xpm())
                .append(BASE, row.base())
                .append(CHANGED_BY, row.changedBy().name())
                .append(SINCE, date(row.since()))
                .append(UNTIL, date(row.until()))
                .append(DUE_DATE, text(row.dueDate()))
                .append(OPENED_AT, Date.from(row.openedAt()))
                .append(FIELD_NAME, row.fieldName())
                .append(CONCERNS, row.concerns())
                .append(ACCEPTED_BECAUSE, row.acceptedBecause())
                .append(ACCEPTED_UNTIL, text(row.acceptedUntil()))
                .append(CANDIDATES, CandidateDocument.write(row.candidates()));
        // Most of a row is not there, and there are many rows.
        document.values().removeIf(Objects::isNull);
        return document;
    }

    public static Discrepancy read(Document row) {
        DiscrepancyState state = symbol(DiscrepancyState.class, row.getString(STATE), DiscrepancyState.OPEN);
        String kind = row.getString(KIND);
        String field = row.getString(FIELD);
        String entityKind = row.getString(ENTITY_KIND);
        String entityId = row.getString(ENTITY_ID);
        String clientId = row.getString(CLIENT_ID);
        ChangedBy changedBy = symbol(ChangedBy.class, row.getString(CHANGED_BY), ChangedBy.UNKNOWN);
        return new Discrepancy(
                row.getString(ID),
                kind,
                symbol(Severity.class, row.getString(SEVERITY), Severity.MEDIUM),
                state,
                entityId,
                row.getString(ENTITY_NAME),
                entityKind == null ? null : symbol(EntityKind.class, entityKind, EntityKind.OTHER),
                clientId,
                row.getString(CLIENT_NAME),
                row.getString(CLIENT_CODE),
                row.getString(PARTNER),
                row.getString(MANAGER),
                row.getList(GROUPS, String.class),
                row.getString(WEB_URL),
                field,
                row.getString(NOW_INFINITY),
                row.getString(XPM),
                row.getString(BASE),
                changedBy,
                instant(row.getDate(SINCE)),
                instant(row.getDate(UNTIL)),
                day(row.getString(DUE_DATE)),
                row.getDate(OPENED_AT).toInstant(),
                Remedies.of(
                        kind, field, row.getString(NOW_INFINITY), changedBy, state, entityId != null, clientId != null),
                row.getString(FIELD_NAME),
                Objects.requireNonNullElse(row.getList(CONCERNS, String.class), List.of()),
                row.getString(ACCEPTED_BECAUSE),
                day(row.getString(ACCEPTED_UNTIL)),
                CandidateDocument.read(row.getList(CANDIDATES, Document.class)));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

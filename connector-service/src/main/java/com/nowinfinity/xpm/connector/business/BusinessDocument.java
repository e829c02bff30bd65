package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.connector.labels.Labels;
import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.StructureLabels;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A business as a document and back. Symbols of a newer version are read as the nearest that is known here. */
final class BusinessDocument {

    static final String OUT = "told.out";
    static final String TOLD_AT = "told.at";
    static final String SCHEDULE = "choices.settings.schedule";
    static final String FORMER = "former";
    static final String GRANT = "grant";
    static final String EXPIRES_AT = "expiresAt";
    static final String XERO_USER = "xeroUserId";
    private static final String REVISION = "revision";
    private static final String CONNECTION = "connection";
    private static final String TOLD = "told";
    private static final String CHOICES = "choices";
    private static final String LINKS_FORGOTTEN_AT = "linksForgottenAt";
    static final String FORGOTTEN_AT = "forgottenAt";

    private BusinessDocument() {}

    static Document of(Business business) {
        return new Document(VersionedDocuments.ID, business.id())
                .append(VersionedDocuments.V, business.v())
                .append(REVISION, business.revision())
                .append(CONNECTION, of(business.connection()))
                .append(GRANT, business.grant() == null ? null : of(business.grant()))
                .append(
                        FORMER,
                        business.former().stream().map(BusinessDocument::of).toList())
                .append(CHOICES, of(business.choices()))
                .append(TOLD, business.told() == null ? null : of(business.told()))
                .append(LINKS_FORGOTTEN_AT, date(business.forgotten().links()))
                .append(FORGOTTEN_AT, date(business.forgotten().all()));
    }

    static Business read(Document stored) {
        Document grant = stored.get(GRANT, Document.class);
        Document told = stored.get(TOLD, Document.class);
        return new Business(
                stored.getString(VersionedDocuments.ID),
                stored.getLong(VersionedDocuments.V),
                stored.getLong(REVISION),
                connection(stored.get(CONNECTION, Document.class)),
                grant == null ? null : grant(grant),
                stored.getList(FORMER, Document.class, List.of()).stream()
                        .map(BusinessDocument::former)
                        .toList(),
                choices(stored.get(CHOICES, Document.class)),
                told == null
                        ? null
                        : new Told(told.getString("eventId"), time(told, "at"), told.getBoolean("out", false)),
                new Forgotten(maybe(stored, LINKS_FORGOTTEN_AT), maybe(stored, FORGOTTEN_AT)));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant maybe(Document stored, String name) {
        Date time = stored.getDate(name);
        return time == null ? null : time.toInstant();
    }

    private static Document of(Connection connection) {
        Person by = connection.connectedBy();
        return new Document("state", connection.state().name())
                .append("epoch", connection.epoch())
                .append("organisation", connection.organisation() == null ? null : of(connection.organisation()))
                .append(
                        "organisations",
                        connection.organisations().stream()
                                .map(BusinessDocument::of)
                                .toList())
                .append("connectedBy", by == null ? null : new Document("sub", by.sub()).append("email", by.email()))
                .append("connectedAt", connection.connectedAt() == null ? null : Date.from(connection.connectedAt()))
                .append(
                        "problem",
                        connection.problem() == null
                                ? null
                                : connection.problem().name());
    }

    private static Connection connection(Document stored) {
        Document organisation = stored.get("organisation", Document.class);
        Document by = stored.get("connectedBy", Document.class);
        String problem = stored.getString("problem");
        return new Connection(
                state(stored.getString("state")),
                stored.getLong("epoch"),
                organisation == null ? null : organisation(organisation),
                stored.getList("organisations", Document.class, List.of()).stream()
                        .map(BusinessDocument::organisation)
                        .toList(),
                by == null ? null : new Person(by.getString("sub"), by.getString("email")),
                stored.getDate("connectedAt") == null ? null : time(stored, "connectedAt"),
                problem == null ? null : diagnosis(problem));
    }

    private static ConnectionState state(String name) {
        return Arrays.stream(ConnectionState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(ConnectionState.RECONNECT_REQUIRED);
    }

    private static Diagnosis diagnosis(String name) {
        return Arrays.stream(Diagnosis.values())
                .filter(diagnosis -> diagnosis.name().equals(name))
                .findFirst()
                .orElse(Diagnosis.XERO_FAILED);
    }

    private static Document of(Organisation organisation) {
        return new Document("tenantId", organisation.tenantId())
                .append("name", organisation.name())
                .append("connectionId", organisation.connectionId());
    }

    private static Organisation organisation(Document stored) {
        return new Organisation(
                stored.getString("tenantId"), stored.getString("name"), stored.getString("connectionId"));
    }

    private static Document of(Grant grant) {
        Grant.Failure failure = grant.failure();
        return new Document(XERO_USER, grant.xeroUserId())
                .append("access", grant.access())
                .append("refresh", grant.refresh())
                .append(EXPIRES_AT, Date.from(grant.expiresAt()))
                .append("generation", grant.generation())
                .append("lease", grant.lease())
                .append(
                        "failure",
                        failure == null
                                ? null
                                : new Document("retryAt", Date.from(failure.retryAt()))
                                        .append("refused", failure.refused()));
    }

    private static Grant grant(Document stored) {
        Document failure = stored.get("failure", Document.class);
        return new Grant(
                stored.getString(XERO_USER),
                stored.get("access", Binary.class),
                stored.get("refresh", Binary.class),
                time(stored, EXPIRES_AT),
                stored.getLong("generation"),
                stored.getString("lease"),
                failure == null
                        ? null
                        : new Grant.Failure(time(failure, "retryAt"), failure.getBoolean("refused", false)));
    }

    private static Document of(Former former) {
        Organisation organisation = former.organisation();
        return new Document(GRANT, of(former.grant()))
                .append("organisation", organisation == null ? null : of(organisation))
                .append("attempts", former.attempts())
                .append("notBefore", Date.from(former.notBefore()));
    }

    private static Former former(Document stored) {
        Document organisation = stored.get("organisation", Document.class);
        return new Former(
                grant(stored.get(GRANT, Document.class)),
                organisation == null ? null : organisation(organisation),
                stored.getInteger("attempts", 0),
                Objects.requireNonNullElse(maybe(stored, "notBefore"), Instant.EPOCH));
    }

    private static Document of(Choices choices) {
        List<Document> labels = choices.labels().rows().stream().map(Forms::of).toList();
        return new Document("labels", labels)
                .append("following", choices.following())
                .append("settings", Forms.of(choices.settings()))
                .append("reportedTenant", choices.reportedTenant())
                .append("structuresSeen", choices.structuresSeen());
    }

    private static Choices choices(Document stored) {
        List<StructureLabels> labels = stored.getList("labels", Document.class, List.of()).stream()
                .map(row -> Forms.read(row, StructureLabels.class))
                .toList();
        return new Choices(
                Labels.stored(labels),
                stored.getBoolean("following", false),
                Forms.read(stored.get("settings", Document.class), Settings.class),
                stored.getString("reportedTenant"),
                stored.getList("structuresSeen", String.class, List.of()));
    }

    private static Document of(Told told) {
        return new Document("eventId", told.eventId())
                .append("at", Date.from(told.at()))
                .append("out", told.out());
    }

    private static Instant time(Document stored, String name) {
        return Objects.requireNonNull(stored.getDate(name), name).toInstant();
    }
}

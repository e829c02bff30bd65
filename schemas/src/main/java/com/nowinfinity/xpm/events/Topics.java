package com.nowinfinity.xpm.events;

import static com.nowinfinity.xpm.events.Topic.Owner.CONNECTOR_SERVICE;
import static com.nowinfinity.xpm.events.Topic.Owner.REPORT_SERVICE;
import static com.nowinfinity.xpm.events.Topic.Owner.SYNC_WORKER;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/** Every topic of the system, declared once. */
@NullMarked
public final class Topics {

    /** Partitions of every topic, unless configured. */
    public static final int DEFAULT_PARTITIONS = 24;

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    public static final Topic<EntityChanged> ENTITY_CHANGED =
            work("entity-changed", EntityChanged.class, CONNECTOR_SERVICE);
    public static final Topic<DocumentCreated> DOCUMENT_CREATED =
            work("document-created", DocumentCreated.class, CONNECTOR_SERVICE);
    public static final Topic<PushRequested> PUSH_REQUESTED =
            work("push-requested", PushRequested.class, CONNECTOR_SERVICE);
    public static final Topic<SyncRequested> SYNC_REQUESTED =
            work("sync-requested", SyncRequested.class, CONNECTOR_SERVICE);
    public static final Topic<ActionRequested> ACTION_REQUESTED =
            work("action-requested", ActionRequested.class, REPORT_SERVICE);
    public static final Topic<ConnectionChanged> CONNECTION_CHANGED =
            new Topic<>("connection-changed", ConnectionChanged.class, CONNECTOR_SERVICE, true, true, MONTH);

    public static final Topic<ClientImported> CLIENT_IMPORTED =
            told("client-imported", ClientImported.class, SYNC_WORKER, MONTH);
    public static final Topic<EntityCompared> ENTITY_COMPARED =
            told("entity-compared", EntityCompared.class, SYNC_WORKER, WEEK);
    public static final Topic<EntitySynced> ENTITY_SYNCED =
            told("entity-synced", EntitySynced.class, SYNC_WORKER, MONTH);
    public static final Topic<WorkPlanned> WORK_PLANNED = told("work-planned", WorkPlanned.class, SYNC_WORKER, WEEK);
    public static final Topic<SyncProgressed> SYNC_PROGRESSED =
            told("sync-progressed", SyncProgressed.class, SYNC_WORKER, WEEK);
    public static final Topic<SyncFinished> SYNC_FINISHED =
            told("sync-finished", SyncFinished.class, SYNC_WORKER, MONTH);
    public static final Topic<UsageReported> USAGE_REPORTED =
            told("usage-reported", UsageReported.class, SYNC_WORKER, WEEK);
    public static final Topic<ConnectionTroubled> CONNECTION_TROUBLED =
            told("connection-troubled", ConnectionTroubled.class, SYNC_WORKER, WEEK);
    public static final Topic<ReportPublished> REPORT_PUBLISHED =
            told("report-published", ReportPublished.class, REPORT_SERVICE, MONTH);

    private static final List<Topic<?>> ALL = List.of(
            ENTITY_CHANGED,
            DOCUMENT_CREATED,
            PUSH_REQUESTED,
            SYNC_REQUESTED,
            ACTION_REQUESTED,
            CONNECTION_CHANGED,
            CLIENT_IMPORTED,
            ENTITY_COMPARED,
            ENTITY_SYNCED,
            WORK_PLANNED,
            SYNC_PROGRESSED,
            SYNC_FINISHED,
            USAGE_REPORTED,
            CONNECTION_TROUBLED,
            REPORT_PUBLISHED);

    private Topics() {}

    public static List<Topic<?>> all() {
        return ALL;
    }

    /** The topics that make work for the sync-worker; one consumer subscribes to all of them. */
    public static List<Topic<?>> work() {
        return ALL.stream().filter(Topic::work).toList();
    }

    public static List<Topic<?>> ownedBy(Topic.Owner owner) {
        return ALL.stream().filter(topic -> topic.owner() == owner).toList();
    }

    /** One line for each topic; the committed copy makes an unintended change of the contract fail. */
    public static String describe() {
        return ALL.stream().map(Topics::describe).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String describe(Topic<?> topic) {
        return "%s owner=%s key=businessId value=%s partitions=%d %s%s"
                .formatted(
                        topic.name(),
                        topic.owner().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        topic.type().getSimpleName(),
                        DEFAULT_PARTITIONS,
                        topic.compacted() ? "compacted" : "retention=" + topic.retention(),
                        topic.work() ? " work" : "");
    }

    private static <T extends SpecificRecord> Topic<T> work(String name, Class<T> type, Topic.Owner owner) {
        return new Topic<>(name, type, owner, true, false, MONTH);
    }

    private static <T extends SpecificRecord> Topic<T> told(
            String name, Class<T> type, Topic.Owner owner, Duration retention) {
        return new Topic<>(name, type, owner, false, false, retention);
    }
}

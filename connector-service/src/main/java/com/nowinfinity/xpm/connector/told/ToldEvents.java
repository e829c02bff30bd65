package com.nowinfinity.xpm.connector.told;

import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.connector.connection.Troubles;
import com.nowinfinity.xpm.connector.documents.DocumentNews;
import com.nowinfinity.xpm.connector.pushes.PushNews;
import com.nowinfinity.xpm.connector.runs.RunNews;
import com.nowinfinity.xpm.connector.usage.UsageBoard;
import com.nowinfinity.xpm.events.ConnectionTroubled;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.ArrayList;
import java.util.List;

/** Hands every event to those who keep it. Outcomes and reports of usage come in great numbers and so go together. */
final class ToldEvents implements BatchHandler {

    static final List<Topic<?>> TOPICS = List.of(
            Topics.ENTITY_SYNCED,
            Topics.WORK_PLANNED,
            Topics.SYNC_PROGRESSED,
            Topics.SYNC_FINISHED,
            Topics.REPORT_PUBLISHED,
            Topics.USAGE_REPORTED,
            Topics.CONNECTION_TROUBLED);

    private final PushNews pushes;
    private final DocumentNews documents;
    private final RunNews runs;
    private final UsageBoard usage;
    private final Troubles troubles;

    ToldEvents(PushNews pushes, DocumentNews documents, RunNews runs, UsageBoard usage, Troubles troubles) {
        this.pushes = pushes;
        this.documents = documents;
        this.runs = runs;
        this.usage = usage;
        this.troubles = troubles;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EntitySynced> outcomes = new ArrayList<>();
        List<UsageReported> used = new ArrayList<>();
        for (ReceivedEvent received : batch) {
            switch (received.event()) {
                case EntitySynced event -> outcomes.add(event);
                case WorkPlanned event -> {
                    pushes.take(event);
                    runs.take(event);
                }
                case SyncProgressed event -> runs.take(event);
                case SyncFinished event -> runs.take(event);
                case ReportPublished event -> runs.take(event);
                case UsageReported event -> used.add(event);
                case ConnectionTroubled event -> troubles.take(event);
                default -> {} // no topic of ours has another
            }
        }
        if (!outcomes.isEmpty()) {
            pushes.take(outcomes);
            outcomes.forEach(documents::take);
        }
        if (!used.isEmpty()) {
            usage.take(used);
        }
    }
}

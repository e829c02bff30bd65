package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.List;
import org.bson.Document;

/** A run as a document and back. */
final class RunDocument {

    /** The business's id while the run is active, absent otherwise: unique, so that there is one at a time. */
    static final String ACTIVE = "active";

    static final String UNPUBLISHED = "unpublished";
    private static final String REQUEST = "request";
    private static final String TENANT = "tenantId";
    private static final String PROGRESS = "progress";
    private static final String PLAN = "plan";
    private static final String FINISH = "finish";
    private static final String REPORT = "reportId";

    /** When it ended: as ISO 8601, whose order is that of the times but for parts of a second. */
    static final String FINISHED_AT = FINISH + ".occurredAt";

    static final String PLANNED_AT = PLAN + ".occurredAt";

    private RunDocument() {}

    static Document of(Run run) {
        Document document = new Document(VersionedDocuments.ID, run.id())
                .append(VersionedDocuments.V, run.v())
                .append(REQUEST, Forms.of(run.request()))
                .append(TENANT, run.tenantId())
                .append(PROGRESS, Forms.orNull(run.progress()))
                .append(PLAN, Forms.orNull(run.plan()))
                .append(FINISH, Forms.orNull(run.finish()))
                .append(REPORT, run.reportId())
                .append(UNPUBLISHED, run.unpublished().stream().map(Forms::of).toList());
        return run.isActive() ? document.append(ACTIVE, run.request().getBusinessId()) : document;
    }

    static Run read(Document stored) {
        return new Run(
                stored.getLong(VersionedDocuments.V),
                Forms.read(stored.get(REQUEST, Document.class), SyncRequested.class),
                stored.getString(TENANT),
                Forms.readOrNull(stored.get(PROGRESS, Document.class), SyncProgressed.class),
                Forms.readOrNull(stored.get(PLAN, Document.class), WorkPlanned.class),
                Forms.readOrNull(stored.get(FINISH, Document.class), SyncFinished.class),
                stored.getString(REPORT),
                stored.getList(UNPUBLISHED, Document.class, List.of()).stream()
                        .map(event -> Forms.read(event, SyncRequested.class))
                        .toList());
    }
}

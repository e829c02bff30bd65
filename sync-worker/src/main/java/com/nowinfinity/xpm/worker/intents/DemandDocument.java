package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.worker.outcome.StoredCalls;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A demand as it is stored within its intent. */
final class DemandDocument {

    private static final String EVENT_ID = "eventId";
    private static final String KIND = "kind";
    private static final String VERSION = "version";
    private static final String TENANT = "tenantId";
    private static final String CREATED = "created";
    private static final String FIELDS = "fields";

    private DemandDocument() {}

    static Document write(Demand demand) {
        Document document = new Document(EVENT_ID, demand.eventId())
                .append(KIND, demand.kind().name())
                .append(VERSION, demand.version())
                .append(TENANT, demand.tenantId())
                .append(CREATED, demand.created())
                .append(FIELDS, List.copyOf(demand.fields()));
        document.putAll(StoredCalls.write(demand.calls()));
        return document;
    }

    /** Empty for one of a kind that only another version knows. */
    static Optional<Demand> read(Document demand) {
        return Demand.Kind.stored(demand.getString(KIND))
                .map(kind -> new Demand(
                        demand.getString(EVENT_ID),
                        kind,
                        demand.getLong(VERSION),
                        demand.getString(TENANT),
                        demand.getBoolean(CREATED),
                        IntentDocument.strings(demand, FIELDS),
                        StoredCalls.read(demand)));
    }
}

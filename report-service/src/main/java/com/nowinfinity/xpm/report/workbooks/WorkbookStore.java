package com.nowinfinity.xpm.report.workbooks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.resolutions.OtherVersion;
import com.nowinfinity.xpm.report.resolutions.Wish;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What workbooks that came back would ask for, until somebody says so. The files themselves are not kept. */
final class WorkbookStore {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String WISHES = "wishes";
    private static final String DISCREPANCY = "discrepancy";
    private static final String ACTION = "action";
    private static final String CLIENT = "client";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String SEEN = "seen";

    private final MongoCollection<Document> workbooks;

    WorkbookStore(MongoDatabase database) {
        workbooks = database.getCollection("workbooks");
    }

    void add(String businessId, String id, Instant at, String by, List<Wish> wishes) {
        workbooks.insertOne(new Document(ID, Key.of(businessId, id))
                .append(AT, Date.from(at))
                .append(BY, by)
                .append(WISHES, wishes.stream().map(WorkbookStore::write).toList()));
    }

    /** @throws com.nowinfinity.xpm.access.ProblemException 409 where another version was asked for what is not known here */
    Optional<List<Wish>> find(String businessId, String id) {
        Document stored =
                workbooks.find(new Document(ID, Key.of(businessId, id))).first();
        return Optional.ofNullable(stored)
                .map(document -> document.getList(WISHES, Document.class).stream()
                        .map(WorkbookStore::read)
                        .toList());
    }

    private static Document write(Wish wish) {
        LocalDate until = wish.until();
        return new Document(DISCREPANCY, wish.id())
                .append(ACTION, wish.action().name())
                .append(CLIENT, wish.clientId())
                .append(REASON, wish.reason())
                .append(UNTIL, until == null ? null : until.toString())
                .append(SEEN, wish.seen());
    }

    private static Wish read(Document wish) {
        String until = wish.getString(UNTIL);
        return new Wish(
                wish.getString(DISCREPANCY),
                DiscrepancyAction.stored(wish.getString(ACTION)).orElseThrow(OtherVersion::refused),
                wish.getString(CLIENT),
                wish.getString(REASON),
                until == null ? null : LocalDate.parse(until),
                wish.getString(SEEN));
    }
}

package com.nowinfinity.xpm.report.publication;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The reports of all businesses. A report is there once its own document is, which comes after all of its rows: it is
 * complete or absent. The newest report of a business is also the business's ledger.
 */
public final class ReportBook {

    private final MongoCollection<Document> reports;
    private final RowBlocks blocks;

    public ReportBook(MongoDatabase database) {
        reports = database.getCollection("reports");
        reports.createIndex(
                new Document(ReportDocument.BUSINESS, 1).append(ReportDocument.REPORT, 1),
                new IndexOptions().unique(true));
        reports.createIndex(new Document(ReportDocument.UNPUBLISHED, 1));
        blocks = new RowBlocks(database);
    }

    /**
     * Adds the report after the newest one.
     *
     * @return false when another report has taken its number meanwhile, or this one is there already
     */
    boolean add(StoredReport report, Ledger ledger) {
        int count = blocks.write(rowsOf(report), ledger.all());
        StoredReport whole =
                new StoredReport(report.head(), report.number(), report.ranAt(), report.requestedBy(), count);
        try {
            reports.insertOne(ReportDocument.write(whole));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    public Optional<StoredReport> newest(String businessId) {
        return newestFirst(businessId, null, 1).stream().findFirst();
    }

    public Optional<StoredReport> find(String businessId, String reportId) {
        Document filter = new Document(ReportDocument.BUSINESS, businessId).append(ReportDocument.REPORT, reportId);
        return Optional.ofNullable(reports.find(filter).first()).map(ReportDocument::read);
    }

    public Optional<StoredReport> ofRun(String businessId, String runId) {
        return find(businessId, ReportIds.report(businessId, runId));
    }

    /** @param before only reports with a lower number; null for all */
    public List<StoredReport> newestFirst(String businessId, @Nullable Long before, int limit) {
        Document range = Key.range(Key.of(businessId));
        if (before != null) {
            range.append("$lt", ReportDocument.key(businessId, before));
        }
        return reports.find(new Document(ReportDocument.ID, range))
                .sort(new Document(ReportDocument.ID, -1))
                .limit(limit)
                .map(ReportDocument::read)
                .into(new ArrayList<>());
    }

    /** The rows of the report itself, in reading order, read while they are iterated. */
    public Iterable<Discrepancy> rows(StoredReport report) {
        Iterable<Discrepancy> all = blocks.read(rowsOf(report), report.blocks());
        return () -> StreamSupport.stream(all.spliterator(), false)
                .limit(report.head().rows())
                .iterator();
    }

    /** The business's whole ledger as it stood after the report's run. */
    public Ledger ledger(StoredReport report) {
        List<Discrepancy> all = new ArrayList<>();
        blocks.read(rowsOf(report), report.blocks()).forEach(all::add);
        int found = Math.toIntExact(report.head().rows());
        return new Ledger(
                all.subList(0, found),
                all.subList(found, all.size()),
                report.head().newSinceLast(),
                report.head().resolvedSinceLast());
    }

    List<StoredReport> unpublished() {
        return reports.find(new Document(ReportDocument.UNPUBLISHED, true))
                .map(ReportDocument::read)
                .into(new ArrayList<>());
    }

    void published(StoredReport report) {
        reports.updateOne(
                new Document(ReportDocument.ID, ReportDocument.key(report)),
                new Document("$set", new Document(ReportDocument.UNPUBLISHED, false)));
    }

    /** With the report's id, so that two reports that want one number do not write over each other's rows. */
    private static String rowsOf(StoredReport report) {
        return Key.below(ReportDocument.key(report), report.head().reportId());
    }
}

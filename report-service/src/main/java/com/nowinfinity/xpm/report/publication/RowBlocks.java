package com.nowinfinity.xpm.report.publication;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.storage.DiscrepancyDocument;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The rows of reports, in blocks that are read by their id, one after the other: a report of any size needs the memory
 * of one block. Blocks never change once their report is there.
 */
final class RowBlocks {

    private static final String ID = "_id";
    private static final String ROWS = "rows";
    private static final int ROWS_OF_BLOCK = 200;
    /** A document may have 16 MB; a character takes up to three bytes. */
    private static final int CHARACTERS_OF_BLOCK = 3_000_000;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> blocks;

    RowBlocks(MongoDatabase database) {
        blocks = database.getCollection("rows");
    }

    /** @return how many blocks there are */
    int write(String reportKey, Iterable<Discrepancy> rows) {
        int number = 0;
        List<Document> block = new ArrayList<>();
        int characters = 0;
        for (Discrepancy row : rows) {
            int more = characters(row);
            if (block.size() == ROWS_OF_BLOCK || (!block.isEmpty() && characters + more > CHARACTERS_OF_BLOCK)) {
                write(reportKey, number++, block);
                block = new ArrayList<>();
                characters = 0;
            }
            block.add(DiscrepancyDocument.write(row));
            characters += more;
        }
        if (!block.isEmpty()) {
            write(reportKey, number++, block);
        }
        return number;
    }

    /** Reads as it is iterated; can be iterated again. */
    Iterable<Discrepancy> read(String reportKey, int count) {
        return () -> stream(reportKey, count).iterator();
    }

    private Stream<Discrepancy> stream(String reportKey, int count) {
        return IntStream.range(0, count).boxed().flatMap(number -> block(reportKey, number).stream());
    }

    private List<Discrepancy> block(String reportKey, int number) {
        Document block = blocks.find(new Document(ID, Key.below(reportKey, Integer.toString(number))))
                .first();
        if (block == null) {
            throw new IllegalStateException("block %d of report %s is not there".formatted(number, reportKey));
        }
        return block.getList(ROWS, Document.class).stream()
                .map(DiscrepancyDocument::read)
                .toList();
    }

    private void write(String reportKey, int number, List<Document> rows) {
        String id = Key.below(reportKey, Integer.toString(number));
        blocks.replaceOne(new Document(ID, id), new Document(ID, id).append(ROWS, rows), UPSERT);
    }

    private static int characters(Discrepancy row) {
        return Stream.of(row.entityName(), row.clientName(), row.nowInfinity(), row.xpm(), row.base(), row.webUrl())
                        .mapToInt(text -> text == null ? 0 : text.length())
                        .sum()
                + row.groups().stream().mapToInt(String::length).sum();
    }
}

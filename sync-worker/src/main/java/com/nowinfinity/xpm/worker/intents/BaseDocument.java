package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Tug;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The parts of a base that few entities have, as they are stored. */
final class BaseDocument {

    private static final String FIELD = "field";

    private BaseDocument() {}

    static List<Document> forms(Map<String, String> forms) {
        return forms.entrySet().stream()
                .map(field -> new Document(FIELD, field.getKey()).append("value", field.getValue()))
                .toList();
    }

    static Map<String, String> readForms(List<Document> stored) {
        Map<String, String> forms = new HashMap<>();
        stored.forEach(field -> forms.put(field.getString(FIELD), field.getString("value")));
        return forms;
    }

    static List<Document> since(Base base) {
        return base.since().entrySet().stream()
                .map(since -> new Document(FIELD, since.getKey()).append("at", Date.from(since.getValue())))
                .toList();
    }

    static List<Document> tugs(Base base) {
        return base.tugs().entrySet().stream()
                .map(tug -> new Document(FIELD, tug.getKey())
                        .append("before", tug.getValue().before())
                        .append("standing", tug.getValue().standing())
                        .append("reverted", tug.getValue().reverted()))
                .toList();
    }

    static Map<String, Instant> readSince(List<Document> stored) {
        Map<String, Instant> since = new HashMap<>();
        stored.forEach(
                each -> since.put(each.getString(FIELD), each.getDate("at").toInstant()));
        return since;
    }

    static Map<String, Tug> readTugs(List<Document> stored) {
        Map<String, Tug> tugs = new HashMap<>();
        stored.forEach(each -> tugs.put(
                each.getString(FIELD),
                new Tug(each.getString("before"), each.getBoolean("standing"), each.getInteger("reverted"))));
        return tugs;
    }
}

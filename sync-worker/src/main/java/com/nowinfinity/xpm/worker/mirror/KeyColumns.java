package com.nowinfinity.xpm.worker.mirror;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.matching.MatchKeys;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * The keys of a mirrored client, each sort in a field of its own, behind business and organisation; several of a sort
 * as a list. What is no longer true may be left in one: who is found by it is looked at all the same.
 */
final class KeyColumns {

    /** The fields by which clients are found. */
    static final List<String> FIELDS = List.of("acn", "abn", "name", "born", "person");

    /**
     * The hash of the state that the keys were made of: a version that makes none, or others, leaves them as they are.
     * It gets a new name whenever keys are made otherwise, and then all are made anew.
     */
    static final String MADE_OF = "keysMadeOf";

    private KeyColumns() {}

    static Document of(String organisation, PracticeClient client, String hash) {
        Document columns = new Document(MADE_OF, hash);
        MatchKeys.of(client).known().forEach((key, values) -> {
            List<String> in = in(organisation, values);
            columns.append(key, in.size() == 1 ? in.getFirst() : in);
        });
        return columns;
    }

    /** What finds the clients that have a key in common with one that is looked for; each by itself. */
    static List<Document> finding(String organisation, MatchKeys keys) {
        return keys.known().entrySet().stream()
                .flatMap(key ->
                        in(organisation, key.getValue()).stream().map(value -> new Document(key.getKey(), value)))
                .toList();
    }

    private static List<String> in(String organisation, Set<String> values) {
        return values.stream().map(value -> organisation + "/" + value).toList();
    }
}

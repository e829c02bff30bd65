package com.nowinfinity.xpm.worker.mirror;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.matching.MatchKeys;
import java.util.List;
import org.bson.Document;

/**
 * The keys of a mirrored client, each in a field of its own behind business and organisation. What is no longer true
 * may be left in one: who is found by it is looked at all the same.
 */
final class KeyColumns {

    /** The fields by which clients are found. */
    static final List<String> FIELDS = List.of("acn", "abn", "name", "born");

    /** The hash of the state that the keys were made of: a version before keys leaves them as they are. */
    static final String MADE_OF = "keysOf";

    private KeyColumns() {}

    static Document of(String organisation, PracticeClient client, String hash) {
        return in(organisation, MatchKeys.of(client)).append(MADE_OF, hash);
    }

    static Document in(String organisation, MatchKeys keys) {
        Document columns = new Document();
        keys.known().forEach((key, value) -> columns.append(key, organisation + "/" + value));
        return columns;
    }
}

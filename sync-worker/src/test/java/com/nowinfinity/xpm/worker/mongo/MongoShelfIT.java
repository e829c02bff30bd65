package com.nowinfinity.xpm.worker.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoShelfIT {

    private static final int DOCUMENTS = 1_234;

    private final MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri());
    private final MongoShelf shelf =
            MongoShelf.withDue(client.getDatabase("shelf-" + UUID.randomUUID()).getCollection("intents"));

    @BeforeEach
    void fill() {
        shelf.put(IntStream.range(0, DOCUMENTS)
                .mapToObj(number -> new Document("_id", id(number)).append("due", id(number)))
                .toList());
        shelf.put(List.of(new Document("_id", "gone/1"), new Document("_id", "harbour-2/1")));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void handsOverAllOfABusinessHoweverManyThereAre() {
        List<String> found = new ArrayList<>();
        shelf.scan(Ranges.ofBusiness("_id", "harbour"), document -> found.add(document.getString("_id")));
        assertThat(found).hasSize(DOCUMENTS).isSorted().contains(id(0), id(DOCUMENTS - 1));
    }

    @Test
    void handsOverNoMoreThanAsked() {
        List<String> found = new ArrayList<>();
        shelf.scan(
                Ranges.ofBusiness("_id", "harbour"),
                List.of("due"),
                700,
                document -> found.add(document.getString("due")));
        assertThat(found).hasSize(700).isSorted().endsWith(id(699));
    }

    @Test
    void letsWhoeverLooksWriteMeanwhile() {
        List<String> found = new ArrayList<>();
        shelf.scan(Ranges.ofBusiness("_id", "harbour"), document -> {
            String id = document.getString("_id");
            found.add(id);
            shelf.remove(id);
        });
        assertThat(found).hasSize(DOCUMENTS).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatIsDueInPages() {
        Due due = new Due(shelf);
        due.done(id(1));
        assertThat(due.after("harbour", "", 2)).containsExactly("0000", "0002");
        assertThat(due.after("harbour", "0002", 2)).containsExactly("0003", "0004");
        assertThat(due.of("harbour")).hasSize(DOCUMENTS - 1);
        assertThat(due.businesses()).containsExactly("harbour");
    }

    private static String id(int number) {
        return "harbour/%04d".formatted(number);
    }
}

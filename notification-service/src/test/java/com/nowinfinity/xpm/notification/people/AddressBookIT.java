package com.nowinfinity.xpm.notification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is written to, and for how long. */
class AddressBookIT {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri());
    private final MongoDatabase database = client.getDatabase("people-" + UUID.randomUUID());
    private final AddressBook unit = new AddressBook(database, now::get, Duration.ofDays(90));

    @AfterEach
    void stop() {
        database.drop();
        client.close();
    }

    @Test
    void writesToEverybodyWhoWasHereLately() {
        seen("ann", "b-1", "b-2");
        pass(60);
        seen("bea", "b-1");

        assertThat(unit.of("b-1")).extracting(AddressBook.Person::sub).containsExactlyInAnyOrder("ann", "bea");
        pass(60);
        assertThat(unit.of("b-1")).extracting(AddressBook.Person::sub).containsExactly("bea");
        assertThat(unit.find("b-1", "ann")).isEmpty();
    }

    @Test
    void whereNobodyWasHereLatelyTheLastOneStillHears() {
        seen("ann", "b-1");
        pass(1);
        seen("bea", "b-1");
        pass(400);

        assertThat(unit.of("b-1")).containsExactly(new AddressBook.Person("bea", "bea@practice.example"));
        assertThat(unit.find("b-1", "bea")).isPresent();
        assertThat(unit.find("b-1", "ann")).isEmpty();
    }

    @Test
    void forgetsAddressesThatAreUsedNoMore() {
        seen("ann", "b-1", "b-2");
        pass(1);
        seen("bea", "b-1");
        pass(80);
        unit.forgetUnused();
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(3);

        pass(400);
        unit.forgetUnused();

        assertThat(database.getCollection("people").find())
                .extracting(person -> person.getString("business") + " " + person.getString("sub"))
                .containsExactlyInAnyOrder("b-1 bea", "b-2 ann");
    }

    private void seen(String sub, String... businesses) {
        unit.learn(new Caller(sub, sub + "@practice.example", Set.of(businesses)));
    }

    private void pass(int days) {
        now.updateAndGet(before -> before.plus(Duration.ofDays(days)));
    }
}

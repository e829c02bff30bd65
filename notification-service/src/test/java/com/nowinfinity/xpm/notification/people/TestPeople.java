package com.nowinfinity.xpm.notification.people;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;

/** The real address book and choices, for tests of other packages. */
public final class TestPeople {

    public final AddressBook addresses;
    public final MailChoices choices;

    public TestPeople(MongoDatabase database, InstantSource clock) {
        addresses = new AddressBook(database, clock, Duration.ofDays(90));
        choices = new MailChoices(database);
    }
}

package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.normal.PersonName;

/** Where each side keeps a person's name. */
public final class People {

    private People() {}

    public static PersonName of(Entity entity) {
        return PersonName.of(
                entity.getPersonFirstName(),
                entity.getPersonMiddleName(),
                entity.getPersonLastName(),
                entity.getPersonOtherName(),
                entity.getName());
    }

    public static PersonName of(PracticeClient client) {
        PersonDetails person = client.person();
        return PersonName.of(
                person.firstName(), person.middleName(), person.lastName(), person.otherName(), client.name());
    }
}

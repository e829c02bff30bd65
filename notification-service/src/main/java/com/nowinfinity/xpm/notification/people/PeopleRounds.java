package com.nowinfinity.xpm.notification.people;

import com.nowinfinity.xpm.notification.rounds.Rounds;
import java.time.Duration;

/** Looks for addresses that are used no more. */
final class PeopleRounds extends Rounds {

    private final AddressBook addresses;

    PeopleRounds(AddressBook addresses) {
        super("forgetting addresses", Duration.ofHours(1), Duration.ofSeconds(2));
        this.addresses = addresses;
    }

    @Override
    protected void round() {
        addresses.forgetUnused();
    }
}

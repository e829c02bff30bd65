package com.nowinfinity.xpm.simulator.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A party as the portal has it, once; a person may be there once for each directorship. */
final class PortalCopy {

    final String entityId;
    String name;

    @Nullable
    PersonName person;

    List<String> formerNames = List.of();
    final @Nullable String acn;

    /** Our own register has a digit of it wrong. */
    boolean acnMistyped;

    final @Nullable String abn;
    String status = "ACTIVE";
    Facts facts;

    PortalCopy(String entityId, Identity identity, Facts facts) {
        this.entityId = entityId;
        this.name = identity.name();
        this.person = identity.person();
        this.acn = identity.acn();
        this.abn = identity.abn();
        this.facts = facts;
    }

    boolean isLive() {
        return status.equals("ACTIVE") || status.equals("STRIKE_OFF");
    }

    /** Whether a client of that name can be this one by name: by its name of today, or by a former one. */
    boolean answersTo(XpmCopy copy) {
        if (person == null || copy.person == null) {
            return name.equals(copy.name);
        }
        PersonName there = copy.person;
        boolean first = person.first().equals(there.first())
                || there.first().equals(person.other())
                || person.first().equals(there.other());
        return first
                && (person.last().equals(there.last()) || formerNames.contains(person.first() + " " + there.last()));
    }
}

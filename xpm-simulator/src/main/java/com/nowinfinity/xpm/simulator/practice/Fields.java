package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fields of a record say something else than those beside it; paths as in the contract. */
final class Fields {

    private final List<String> found = new ArrayList<>();

    private Fields() {}

    /** What the portal holds and XPM does not show so. */
    static List<String> differing(Party party, PortalCopy record, XpmCopy copy) {
        Fields fields = new Fields();
        PersonName here = record.person;
        PersonName there = copy.person;
        if (here == null || there == null) {
            fields.when(!record.name.equals(copy.name), "name");
        } else {
            fields.when(!goBySameName(here, there), "person.firstName");
            fields.when(
                    here.middle() != null
                            && there.middle() != null
                            && !here.middle().equals(there.middle()),
                    "person.middleName");
            fields.when(!here.last().equals(there.last()), "person.lastName");
            fields.held(here.born(), there.born(), "person.dateOfBirth");
        }
        Facts mine = record.facts;
        Facts theirs = copy.facts;
        fields.held(mine.title(), theirs.title(), "person.title");
        fields.held(mine.email(), theirs.email(), "email");
        fields.held(mine.phone(), theirs.phone(), "phone");
        fields.held(mine.fax(), theirs.fax(), "fax");
        fields.held(mine.website(), theirs.website(), "website");
        fields.held(mine.place(), theirs.place(), "addresses." + party.placeUse());
        fields.held(mine.contact(), theirs.contact(), "addresses.CONTACT");
        return fields.found;
    }

    /** What both records hold, and differently. */
    static List<String> heldDifferently(Party party, PortalCopy leader, PortalCopy record) {
        Fields fields = new Fields();
        Facts first = leader.facts;
        Facts other = record.facts;
        fields.both(first.email(), other.email(), "email");
        fields.both(first.phone(), other.phone(), "phone");
        fields.both(first.place(), other.place(), "addresses." + party.placeUse());
        return fields.found;
    }

    /** What a record holds and none before it does, and XPM does not show so. */
    static List<String> heldAlone(Party party, List<PortalCopy> before, PortalCopy record, XpmCopy copy) {
        List<Facts> others = before.stream().map(each -> each.facts).toList();
        Fields fields = new Fields();
        fields.alone(others, Facts::title, record.facts, copy.facts, "person.title");
        fields.alone(others, Facts::email, record.facts, copy.facts, "email");
        fields.alone(others, Facts::phone, record.facts, copy.facts, "phone");
        fields.alone(others, Facts::fax, record.facts, copy.facts, "fax");
        fields.alone(others, Facts::website, record.facts, copy.facts, "website");
        fields.alone(others, Facts::place, record.facts, copy.facts, "addresses." + party.placeUse());
        fields.alone(others, Facts::contact, record.facts, copy.facts, "addresses.CONTACT");
        return fields.found;
    }

    private void alone(
            List<Facts> others, Function<Facts, @Nullable Object> fact, Facts here, Facts there, String field) {
        if (others.stream().allMatch(other -> fact.apply(other) == null)) {
            held(fact.apply(here), fact.apply(there), field);
        }
    }

    private static boolean goBySameName(PersonName here, PersonName there) {
        return here.first().equals(there.first())
                || there.first().equals(here.other())
                || here.first().equals(there.other());
    }

    private void held(@Nullable Object here, @Nullable Object there, String field) {
        when(here != null && !here.equals(there), field);
    }

    private void both(@Nullable Object one, @Nullable Object other, String field) {
        when(one != null && other != null && !one.equals(other), field);
    }

    private void when(boolean differs, String field) {
        if (differs) {
            found.add(field);
        }
    }
}

package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings parties to life, each with names and numbers of its own; both sides say the same until told otherwise. */
final class Cast {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1938, 1, 1);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2001, 12, 31);

    private final Chance chance;
    private final Words words;
    private final Numbers numbers;
    private final Place firm;
    private final List<Party> parties = new ArrayList<>();

    Cast(Chance chance) {
        this.chance = chance;
        this.words = new Words(chance);
        this.numbers = new Numbers(chance);
        this.firm = words.place();
    }

    List<Party> parties() {
        return parties;
    }

    Words words() {
        return words;
    }

    Party individual(String surname, Place home) {
        return person(PortalKind.INDIVIDUAL, surname, home, null);
    }

    Party soleTrader() {
        return person(PortalKind.SOLE_TRADER, words.surname(), words.place(), numbers.abn());
    }

    Party company(String surname) {
        return company(words.company(surname), true);
    }

    /** A company that does nothing but hold a trust's or fund's things: often without an ABN. */
    Party corporateTrustee(String surname) {
        return company(words.trustee(surname), chance.percent(50));
    }

    Party trust(String surname) {
        TrustKind kind = chance.percent(80) ? TrustKind.DISCRETIONARY : TrustKind.UNIT;
        String name = words.trust(surname, kind);
        return add(new Party.Identity(PortalKind.TRUST, name, null, kind, null, numbers.abn(), numbers.tfn()));
    }

    Party fund(String surname) {
        String name = words.fund(surname);
        return add(new Party.Identity(PortalKind.SUPER_FUND, name, null, null, null, numbers.abn(), numbers.tfn()));
    }

    Party partnership(String surname) {
        String name = words.partnership(surname);
        return add(new Party.Identity(PortalKind.PARTNERSHIP, name, null, null, null, numbers.abn(), numbers.tfn()));
    }

    private Party company(String name, boolean trades) {
        String acn = numbers.acn();
        String abn = trades ? numbers.abnOfCompany(acn) : null;
        return add(new Party.Identity(PortalKind.COMPANY, name, null, null, acn, abn, numbers.tfn()));
    }

    private Party person(PortalKind kind, String surname, Place home, @Nullable String abn) {
        Words.GivenNames given = words.givenNamesFor(surname);
        String middle = chance.percent(60) ? given.middle() : null;
        String name = given.first() + (middle == null ? " " : " " + middle + " ") + surname;
        Party.PersonName person =
                new Party.PersonName(given.first(), middle, surname, chance.between(FIRST_BIRTH, LAST_BIRTH));
        Facts facts = facts(name, home).withTitle(chance.percent(70) ? given.title() : null);
        return add(new Party.Identity(kind, name, person, null, null, abn, numbers.tfn()), facts, null, List.of());
    }

    private Party add(Party.Identity identity) {
        Place office = identity.kind() != PortalKind.COMPANY ? null : chance.percent(60) ? firm : words.place();
        List<String> formerNames = identity.kind() == PortalKind.COMPANY && chance.percent(6)
                ? List.of(words.company(words.surname()))
                : List.of();
        return add(identity, facts(identity.name(), words.place()), office, formerNames);
    }

    private Party add(Party.Identity identity, Facts facts, @Nullable Place office, List<String> formerNames) {
        int number = 1_001 + parties.size();
        Party party = new Party(
                identity, identity.kind().idPrefix() + "-" + number, chance.uuid(), facts, office, formerNames);
        parties.add(party);
        return party;
    }

    private Facts facts(String name, Place place) {
        String site = "https://"
                + words.email(name).replace("@mail.example", ".example").replace("..", ".");
        return new Facts(
                null,
                chance.percent(75) ? words.email(name) : null,
                chance.percent(70) ? words.phone() : null,
                chance.percent(10) ? site : null,
                chance.percent(92) ? place : null,
                chance.percent(55) ? (chance.percent(60) ? words.postBox() : place) : null);
    }
}

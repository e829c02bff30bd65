package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private final Set<String> births = new HashSet<>();
    private int entities;

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

    Numbers numbers() {
        return numbers;
    }

    /** The practice's own address. */
    Place firm() {
        return firm;
    }

    Party individual(String surname, Place home) {
        Words.GivenNames given = words.givenNamesFor(surname);
        String middle = chance.percent(60) ? given.middle() : null;
        PersonName name = new PersonName(given.first(), middle, surname, null, birthday(surname));
        return person(PortalKind.INDIVIDUAL, name, chance.percent(70) ? given.title() : null, home);
    }

    Party soleTrader() {
        String surname = words.surname();
        Words.GivenNames given = words.givenNamesFor(surname);
        PersonName name = new PersonName(given.first(), given.middle(), surname, null, birthday(surname));
        return person(PortalKind.SOLE_TRADER, name, given.title(), words.place());
    }

    Party person(PortalKind kind, PersonName name, @Nullable String title, Place home) {
        boolean inBusiness = kind == PortalKind.SOLE_TRADER || chance.percent(10);
        Identity identity =
                new Identity(kind, name.full(), name, null, null, inBusiness ? numbers.abn() : null, numbers.tfn());
        return add(identity, facts(identity.name(), home).withTitle(title), null);
    }

    /** Nobody else of that surname was born that day. */
    LocalDate birthday(String surname) {
        LocalDate day = chance.between(FIRST_BIRTH, LAST_BIRTH);
        while (!births.add(surname + day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    Party company(String surname) {
        return company(words.company(surname), true);
    }

    /** A company that does nothing but hold a trust's or fund's things: often without an ABN. */
    Party corporateTrustee(String surname) {
        return company(words.trustee(surname), chance.percent(50));
    }

    Party company(String name, boolean trades) {
        String acn = numbers.acn();
        String abn = trades ? numbers.abnOfCompany(acn) : null;
        Place office = chance.percent(60) ? firm : words.place();
        return other(PortalKind.COMPANY, name, null, acn, abn, office);
    }

    Party trust(String surname, TrustKind kind) {
        return trust(kind, words.trust(surname, kind));
    }

    Party trust(TrustKind kind, String name) {
        return other(PortalKind.TRUST, name, kind, null, numbers.abn(), null);
    }

    Party fund(String surname) {
        return other(PortalKind.SUPER_FUND, words.fund(surname), null, null, numbers.abn(), null);
    }

    Party partnership(String surname) {
        return other(PortalKind.PARTNERSHIP, words.partnership(surname), null, null, numbers.abn(), null);
    }

    Party association() {
        return other(PortalKind.OTHER, words.association(), null, null, numbers.abn(), null);
    }

    /** The same person once more in the portal, as another registration brought her there. */
    PortalCopy anotherRecord(Party person) {
        PortalCopy first = person.portalCopy();
        Facts facts = first.facts.withContact(null);
        facts = chance.percent(50) ? facts.withPhone(null) : facts;
        facts = chance.percent(50) ? facts.withEmail(null) : facts;
        PortalCopy record = new PortalCopy(nextEntityId(person.kind()), person.identity, facts);
        record.name = first.name;
        record.person = first.person;
        record.formerNames = first.formerNames;
        person.portal.add(record);
        return record;
    }

    /** The same client once more. */
    XpmCopy anotherClient(Party party) {
        XpmCopy copy = new XpmCopy(chance.uuid(), party.identity, party.xpmCopy().facts, party.xpmCopy().label);
        party.xpm.add(copy);
        return copy;
    }

    private Party other(
            PortalKind kind,
            String name,
            @Nullable TrustKind trustKind,
            @Nullable String acn,
            @Nullable String abn,
            @Nullable Place office) {
        Identity identity = new Identity(kind, name, null, trustKind, acn, abn, numbers.tfn());
        return add(identity, facts(name, words.place()), office);
    }

    private Party add(Identity identity, Facts facts, @Nullable Place office) {
        Party party = new Party(identity, office);
        party.portal.add(new PortalCopy(nextEntityId(identity.kind()), identity, facts));
        party.xpm.add(new XpmCopy(chance.uuid(), identity, facts, labelFor(identity)));
        parties.add(party);
        return party;
    }

    private String labelFor(Identity identity) {
        if (identity.trustKind() != null && identity.trustKind().label() != null) {
            return identity.trustKind().label();
        }
        boolean first = identity.trustKind() == TrustKind.HYBRID || chance.percent(60);
        return first ? identity.kind().label() : identity.kind().labels().getLast();
    }

    /** Older records have smaller ids. */
    private String nextEntityId(PortalKind kind) {
        entities++;
        return kind.idPrefix() + "-" + String.format(Locale.ROOT, "%06d", entities);
    }

    private Facts facts(String name, Place place) {
        String site = "https://"
                + words.email(name).replace("@mail.example", ".example").replace("..", ".");
        return new Facts(
                null,
                chance.percent(75) ? words.email(name) : null,
                chance.percent(70) ? words.phone() : null,
                chance.percent(15) ? words.phone() : null,
                chance.percent(10) ? site : null,
                chance.percent(92) ? place : null,
                chance.percent(55) ? (chance.percent(60) ? words.postBox() : place) : null);
    }
}

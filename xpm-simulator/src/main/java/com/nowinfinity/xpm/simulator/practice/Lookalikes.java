package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.RelationshipType;
import java.time.LocalDate;

/** Lays traps of people and firms who are not who they seem to be, and of names that are. */
final class Lookalikes {

    private final Stage stage;
    private final Cast cast;
    private final Words words;

    Lookalikes(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast;
        this.words = cast.words();
    }

    void lay() {
        Scale scale = stage.scale;
        stage.times(scale.some(6), this::fatherAndSon);
        stage.times(scale.some(6), this::namesake);
        stage.times(scale.some(4), this::namesakeOfSomebodyMissing);
        stage.times(scale.some(4), this::estateAndLivingPerson);
        stage.times(scale.some(6), this::trustAndTrusteeOfOneStem);
        stage.times(scale.some(3), this::oneNameTwoNumbers);
        stage.times(scale.some(10), this::preferredName);
        stage.times(scale.some(5), this::preferredNameInTheOtherPlace);
        stage.times(scale.some(40), this::couple);
    }

    private Party person(PersonName name, Place home) {
        return plain(cast.person(PortalKind.INDIVIDUAL, name, null, home));
    }

    private static Party plain(Party party) {
        party.plain = true;
        return Stage.touch(party);
    }

    private PersonName name(String surname) {
        Words.GivenNames given = words.givenNamesFor(surname);
        return new PersonName(given.first(), null, surname, null, cast.birthday(surname));
    }

    private PersonName born(PersonName name, int yearsLater) {
        LocalDate day = name.born() == null ? cast.birthday(name.last()) : name.born();
        return name.bornOn(day.plusYears(yearsLater).plusDays(stage.chance.between(1, 300)));
    }

    private void fatherAndSon() {
        Place home = words.place();
        PersonName father = name(words.surname());
        stage.trap("father-and-son", person(father, home));
        stage.trap("father-and-son", person(born(father, 27), home));
    }

    private void namesake() {
        PersonName name = name(words.surname());
        stage.trap("namesake", person(name, words.place()));
        Party other = person(born(name, 4), words.place());
        other.portal.clear();
        stage.trap("namesake", other);
    }

    private void namesakeOfSomebodyMissing() {
        PersonName name = name(words.surname());
        person(name, words.place()).xpm.clear();
        Party other = person(born(name, 9), words.place());
        other.portal.clear();
        stage.trap("namesake", other);
    }

    private void estateAndLivingPerson() {
        PersonName name = name(words.surname());
        stage.trap("estate-and-living-person", person(name, words.place()));
        Party estate = plain(cast.trust(TrustKind.TESTAMENTARY, "Estate of the late " + name.full()));
        stage.trap("estate-and-living-person", estate);
    }

    private void trustAndTrusteeOfOneStem() {
        Family family = stage.households.anyFamily();
        String stem = words.company(family.surname()).replace(" Pty Ltd", "");
        Party trust = plain(cast.trust(TrustKind.HYBRID, stem + " Trust"));
        Party company = plain(cast.company(stem + " Pty Ltd", true));
        stage.households.company(family, company, 50);
        stage.households.bond(trust, RoleType.TRUSTEE, company, stage.households.start());
        stage.trap("trust-and-trustee-of-one-stem", trust);
        stage.trap("trust-and-trustee-of-one-stem", company);
    }

    private void oneNameTwoNumbers() {
        String name = words.company(words.surname());
        stage.trap("one-name-two-acns", plain(cast.company(name, true)));
        stage.trap("one-name-two-acns", plain(cast.company(name, true)));
    }

    /** Registered by the name in the passport, in XPM by the one she goes by. */
    private void preferredName() {
        Party person = stage.pick(PortalKind.INDIVIDUAL);
        person.plain = true;
        PersonName name = person.identity.person();
        if (name != null) {
            String called = Words.shortFor(name.first());
            person.portalCopy().person = name.withOther(called);
            person.xpmCopy().person = name.withFirst(called).withOther(called);
            person.xpmCopy().name = called + " " + name.last();
        }
        stage.trap("preferred-name", person);
    }

    private void preferredNameInTheOtherPlace() {
        Party person = stage.pick(PortalKind.INDIVIDUAL);
        person.plain = true;
        PersonName name = person.identity.person();
        if (name != null) {
            String called = Words.shortFor(name.first());
            person.portalCopy().person = name.withFirst(called);
            person.portalCopy().name = called + " " + name.last();
            person.xpmCopy().person = name.withOther(called);
        }
        stage.trap("preferred-name", person);
    }

    /** Married in XPM, which the portal has no word for. */
    private void couple() {
        Family family = stage.households.anyFamily();
        if (family.people().size() > 1) {
            Party one = family.head();
            Party other = family.people().getLast();
            stage.ties.add(new Stage.Tie(one, RelationshipType.SPOUSE, other));
            stage.trap("family-tie", one);
            stage.trap("family-tie", other);
        }
    }
}

package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.practice.XpmCopy.Digits;

/** What years of typing have done, at the rates of a practice as it is; each has its consequence or is a trap. */
final class Dirt {

    private final Stage stage;
    private final Chance chance;
    private final Words words;

    Dirt(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
        this.words = stage.cast.words();
    }

    void settle() {
        for (Party party : stage.cast.parties()) {
            ourSideBlank(party);
            middleNameOnOneSide(party);
            if (!party.touched) {
                numbers(party);
                birthday(party);
                label(party);
                staleAddress(party);
                rolesAbsent(party);
            }
        }
    }

    private void ourSideBlank(Party party) {
        if (party.touched || !party.isOnBothSides()) {
            return;
        }
        PortalCopy record = party.portalCopy();
        if (record.facts.email() != null && chance.percent(12)) {
            record.facts = record.facts.withEmail(null);
            stage.trap("our-side-blank", record, party.xpmCopy(), "email");
        }
        if (record.facts.phone() != null && chance.percent(12)) {
            record.facts = record.facts.withPhone(null);
            stage.trap("our-side-blank", record, party.xpmCopy(), "phone");
        }
        if (record.facts.contact() != null && chance.percent(15)) {
            record.facts = record.facts.withContact(null);
            stage.trap("our-side-blank", record, party.xpmCopy(), "addresses.CONTACT");
        }
    }

    private void middleNameOnOneSide(Party party) {
        PersonName name = party.identity.person();
        if (party.plain || !party.isPlainPair() || name == null || name.middle() == null || !chance.percent(35)) {
            return;
        }
        PortalCopy record = party.portalCopy();
        XpmCopy copy = party.xpmCopy();
        if (chance.percent(60) && copy.person != null) {
            copy.person = copy.person.withMiddle(null);
            copy.name = copy.person.full();
        } else if (record.person != null) {
            record.person = record.person.withMiddle(null);
            record.name = record.person.full();
        }
        stage.trap("middle-name-on-one-side", record, copy, "person.middleName");
    }

    private void numbers(Party party) {
        if (party.pinned || !party.isOnBothSides()) {
            return;
        }
        XpmCopy copy = party.xpmCopy();
        if (party.kind() == PortalKind.COMPANY) {
            copy.acn = chance.percent(8) ? Digits.BLANK : chance.percent(0.7) ? Digits.MISTYPED : Digits.RIGHT;
        }
        if (party.identity.abn() != null) {
            copy.abn = chance.percent(13) ? Digits.BLANK : chance.percent(0.7) ? Digits.MISTYPED : Digits.RIGHT;
        }
        if (party.kind() == PortalKind.TRUST || party.kind() == PortalKind.SUPER_FUND) {
            stage.bonds.of(party).stream()
                    .filter(bond -> bond.type == RoleType.TRUSTEE && bond.holder.kind() == PortalKind.COMPANY)
                    .filter(bond -> bond.isSteady() && chance.percent(18))
                    .findFirst()
                    .ifPresent(bond -> copy.trustee = bond.holder);
        }
    }

    private void birthday(Party party) {
        if (!party.pinned && chance.percent(18)) {
            for (XpmCopy copy : party.xpm) {
                copy.person = copy.person == null ? null : copy.person.bornOn(null);
            }
        }
    }

    /** Where nothing else hangs on what the label says. */
    private void label(Party party) {
        boolean decides = party.portal.isEmpty() && !stage.bonds.heldBy(party).isEmpty();
        if (decides || party.xpm.size() != 1 || isWithTrusteesNumber(party.xpmCopy())) {
            return;
        }
        if (chance.percent(5)) {
            party.xpmCopy().labelled(FieldPlants.unknownLabelFor(party.kind()), null);
        } else if (chance.percent(2)) {
            party.xpmCopy().labelled("", null);
        }
    }

    private static boolean isWithTrusteesNumber(XpmCopy copy) {
        return copy.trustee != null || copy.trading != null;
    }

    private void staleAddress(Party party) {
        if (stage.bonds.directorshipsOf(party) == 0) {
            return;
        }
        for (PortalCopy record : party.portal) {
            if (record.facts.place() != null && chance.percent(9)) {
                record.facts = record.facts.withPlace(words.place());
            }
        }
    }

    private void rolesAbsent(Party party) {
        if (party.kind() == PortalKind.COMPANY && party.isPlainPair() && chance.percent(35)) {
            for (Bond bond : stage.bonds.of(party)) {
                if (bond.isSteady()) {
                    bond.inXpm = false;
                }
            }
        }
    }
}

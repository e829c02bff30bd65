package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes XPM's records the way people type: other words for the same thing. None of it is a difference. */
final class Spelling {

    private static final Map<String, String> STATES = Map.of(
            "NSW", "New South Wales",
            "VIC", "Victoria",
            "QLD", "Queensland",
            "SA", "South Australia",
            "WA", "Western Australia",
            "TAS", "Tasmania",
            "NT", "Northern Territory",
            "ACT", "Australian Capital Territory");
    private static final Map<String, String> STREETS =
            Map.of("Street", "St", "Road", "Rd", "Avenue", "Ave", "Parade", "Pde", "Court", "Ct");

    private final Stage stage;
    private final Chance chance;

    Spelling(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void write() {
        for (Party party : stage.cast.parties()) {
            for (XpmCopy copy : party.xpm) {
                if (!party.plain) {
                    names(party, copy);
                }
                label(party, copy);
                phone(party, copy);
                places(party, copy);
            }
            if (stage.cast.firm().equals(party.registeredOffice) && party.isOnBothSides()) {
                trap("registered-office-is-the-practice", party, party.xpmCopy(), "addresses.REGISTERED_OFFICE");
            }
            party.portal.stream()
                    .skip(1)
                    .forEach(record -> stage.trap(
                            "recorded-for-each-directorship",
                            record,
                            party.xpm.isEmpty() ? null : party.xpmCopy(),
                            null));
        }
    }

    private void trap(String name, Party party, XpmCopy copy, String field) {
        stage.trap(name, party.portal.isEmpty() ? null : party.portalCopy(), copy, field);
    }

    private void names(Party party, XpmCopy copy) {
        PersonName person = copy.person;
        String name = person == null ? firm(party, copy) : copy.name;
        if (person != null) {
            copy.written.put(ClientElement.FIRST_NAME, person.first());
            copy.written.put(ClientElement.LAST_NAME, person.last());
            if (chance.percent(15)) {
                name = person.last() + ", " + person.first();
                trap("surname-first", party, copy, "name");
            } else if (person.born() != null && chance.percent(3)) {
                String initial = person.first().substring(0, 1);
                copy.written.put(ClientElement.FIRST_NAME, initial);
                name = initial + " " + person.last();
                trap("initials", party, copy, "person.firstName");
            }
        }
        copy.written.put(ClientElement.NAME, name);
        if (chance.percent(25)) {
            copy.written.replaceAll((element, text) -> text.toUpperCase(Locale.ROOT));
            trap("capitals", party, copy, "name");
        }
    }

    private String firm(Party party, XpmCopy copy) {
        if (party.kind() == PortalKind.COMPANY && copy.name.endsWith(" Pty Ltd") && chance.percent(12)) {
            trap("pty-limited", party, copy, "name");
            return copy.name.replaceAll("Pty Ltd$", chance.of(List.of("Pty Limited", "Pty. Ltd.", "Proprietary Ltd")));
        }
        if (copy.name.contains(" & ") && chance.percent(50)) {
            trap("ampersand", party, copy, "name");
            return copy.name.replace(" & ", " and ");
        }
        boolean holds = party.kind() == PortalKind.TRUST || party.kind() == PortalKind.SUPER_FUND;
        return holds && chance.percent(12) ? heldInTrust(party, copy) : copy.name;
    }

    private String heldInTrust(Party party, XpmCopy copy) {
        trap("atf-wording", party, copy, "name");
        String trustee = trusteeOf(party);
        return switch (trustee == null ? 5 : chance.between(1, 5)) {
            case 1 -> trustee + " ATF " + copy.name;
            case 2 -> trustee + " as trustee for " + copy.name;
            case 3 -> trustee + " A/T/F " + copy.name;
            case 4 -> trustee + " <" + copy.name + " A/C>";
            default -> "The trustee for " + copy.name;
        };
    }

    /** By the name it has today: an old trustee or an old name in there would be a difference. */
    private @Nullable String trusteeOf(Party party) {
        return stage.bonds.of(party).stream()
                .filter(bond -> bond.type == RoleType.TRUSTEE && bond.portalEnd == null)
                .filter(bond -> bond.record == null || bond.record.name.equals(bond.holder.identity.name()))
                .map(bond -> bond.holder.identity.name())
                .findFirst()
                .orElse(null);
    }

    private void label(Party party, XpmCopy copy) {
        if (copy.labelKind != null && chance.percent(5)) {
            copy.label = copy.label.toUpperCase(Locale.ROOT);
            trap("label-case", party, copy, "label");
        }
    }

    private void phone(Party party, XpmCopy copy) {
        @Nullable String phone = copy.facts.phone();
        if (phone != null && chance.percent(30)) {
            String written = chance.percent(50)
                    ? "+61 " + phone.substring(1)
                    : "(" + phone.substring(0, 2) + ") " + phone.substring(3).replace(' ', '-');
            copy.written.put(ClientElement.PHONE, written);
            trap("phone-form", party, copy, "phone");
        }
    }

    private void places(Party party, XpmCopy copy) {
        String field = "addresses." + party.placeUse();
        Place place = copy.facts.place();
        if (place == null) {
            return;
        }
        if (place.unit() != null && chance.percent(60)) {
            copy.written.put(ClientElement.ADDRESS, place.unit() + "/" + place.street());
            trap("unit-form", party, copy, field);
        } else if (chance.percent(30)) {
            copy.written.put(ClientElement.ADDRESS, shortened(place.line()));
            trap("street-form", party, copy, field);
        }
        if (chance.percent(20)) {
            copy.written.put(ClientElement.REGION, STATES.getOrDefault(place.state(), place.state()));
            copy.written.put(ClientElement.COUNTRY, chance.of(List.of("AU", "AUSTRALIA", "Australia")));
            trap("country-or-state-form", party, copy, field);
        }
    }

    private static String shortened(String street) {
        String[] words = street.split(" ", -1);
        words[words.length - 1] = STREETS.getOrDefault(words[words.length - 1], words[words.length - 1]);
        return String.join(" ", words);
    }
}

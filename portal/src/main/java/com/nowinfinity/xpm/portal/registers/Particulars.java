package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a register holds of an entity itself: its name, a person's birth, its state, where it is. */
final class Particulars {

    /** The states and territories of Australia, as an address names them. */
    static final List<String> TERRITORIES = List.of("ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA");

    private static final Pattern POSTCODE = Pattern.compile("[0-9]{4}");

    private Particulars() {}

    /** The addresses that such an entity has. */
    static List<AddressUse> addressesOf(EntityKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> List.of(AddressUse.RESIDENTIAL, AddressUse.CONTACT);
            case SOLE_TRADER -> List.of(AddressUse.RESIDENTIAL, AddressUse.PRINCIPAL_PLACE, AddressUse.CONTACT);
            case COMPANY -> List.of(AddressUse.CONTACT, AddressUse.PRINCIPAL_PLACE, AddressUse.REGISTERED_OFFICE);
            case TRUST, SUPER_FUND, PARTNERSHIP, OTHER, UNKNOWN ->
                List.of(AddressUse.CONTACT, AddressUse.PRINCIPAL_PLACE);
        };
    }

    /** The states that such an entity may be in. */
    static List<EntityStatus> statesOf(EntityKind kind) {
        return switch (kind) {
            case COMPANY -> List.of(EntityStatus.ACTIVE, EntityStatus.STRIKE_OFF, EntityStatus.DEREGISTERED);
            case INDIVIDUAL -> List.of(EntityStatus.ACTIVE, EntityStatus.DECEASED);
            case SOLE_TRADER -> List.of(EntityStatus.ACTIVE, EntityStatus.CEASED, EntityStatus.DECEASED);
            case TRUST, SUPER_FUND, PARTNERSHIP, OTHER, UNKNOWN -> List.of(EntityStatus.ACTIVE, EntityStatus.CEASED);
        };
    }

    static boolean isPerson(EntityKind kind) {
        return kind == EntityKind.INDIVIDUAL || kind == EntityKind.SOLE_TRADER;
    }

    static void write(FilledForm form, Entity before, Entity.Builder after) {
        after.setPhone(form.or("phone", before.getPhone()));
        after.setAddresses(addresses(form, before));
        if (isPerson(before.getKind())) {
            writePerson(form, before, after);
        }
        // A sole trader may trade under another name than the own one.
        if (before.getKind() != EntityKind.INDIVIDUAL && form.textOrNull("name") != null) {
            after.setName(form.text("name"));
        }
        if (form.textOrNull("status") != null) {
            after.setStatus(statesOf(before.getKind()).stream()
                    .filter(status -> status.name().equals(form.text("status")))
                    .findFirst()
                    .orElseThrow(() -> new Unclear("Choose the state that it is in now.")));
        }
        rememberName(before, after);
    }

    private static void writePerson(FilledForm form, Entity before, Entity.Builder after) {
        after.setPersonFirstName(form.or("firstName", before.getPersonFirstName()));
        after.setPersonMiddleName(form.or("middleName", before.getPersonMiddleName()));
        after.setPersonLastName(form.or("lastName", before.getPersonLastName()));
        String born = form.date("dateOfBirth", "The date of birth");
        if (born != null) {
            after.setPersonDateOfBirth(born);
        }
        boolean renamed =
                Stream.of("firstName", "middleName", "lastName").anyMatch(part -> form.textOrNull(part) != null);
        if (renamed && before.getKind() == EntityKind.INDIVIDUAL) {
            after.setName(Stream.of(after.getPersonFirstName(), after.getPersonMiddleName(), after.getPersonLastName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")));
        }
    }

    /** Whoever was known under a name is still found by it. */
    private static void rememberName(Entity before, Entity.Builder after) {
        boolean known = before.getFormerNames().contains(before.getName());
        if (!after.getName().equals(before.getName()) && !known) {
            List<String> former = new ArrayList<>(before.getFormerNames());
            former.add(before.getName());
            after.setFormerNames(former);
        }
    }

    private static List<Address> addresses(FilledForm form, Entity before) {
        List<Address> after = new ArrayList<>(before.getAddresses());
        for (AddressUse use : addressesOf(before.getKind())) {
            Address written = address(form, use);
            if (written != null) {
                int at = place(after, use);
                if (at < 0) {
                    after.add(written);
                } else {
                    after.set(at, written);
                }
            }
        }
        return after;
    }

    private static @Nullable Address address(FilledForm form, AddressUse use) {
        String street = form.textOrNull(use + ".street");
        String city = form.textOrNull(use + ".city");
        String state = form.textOrNull(use + ".state");
        String postcode = form.textOrNull(use + ".postcode");
        if (Stream.of(street, city, state, postcode).allMatch(Objects::isNull)) {
            return null;
        }
        if (street == null || city == null) {
            throw new Unclear("An address needs at least its street and suburb.");
        }
        if (state != null && !TERRITORIES.contains(state)) {
            throw new Unclear("Choose the state or territory of the address: " + String.join(", ", TERRITORIES) + ".");
        }
        if (postcode != null && !POSTCODE.matcher(postcode).matches()) {
            throw new Unclear("A postcode has four digits.");
        }
        return Address.newBuilder()
                .setUse(use)
                .setStreet(street)
                .setCity(city)
                .setState(state)
                .setPostcode(postcode)
                .setCountry("Australia")
                .build();
    }

    private static int place(List<Address> addresses, AddressUse use) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).getUse() == use) {
                return i;
            }
        }
        return -1;
    }
}

package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.role;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An entity with everything in it, and the client that a careful clerk typed from it, in a hand of their own. */
final class RandomPair {

    private static final EntityKind[] KINDS = {
        EntityKind.COMPANY,
        EntityKind.TRUST,
        EntityKind.SUPER_FUND,
        EntityKind.INDIVIDUAL,
        EntityKind.PARTNERSHIP,
        EntityKind.SOLE_TRADER
    };
    private static final String[] NAMES = {"Smith", "O'Brien", "Nguyen", "McDonald", "Smith-Jones", "Müller"};
    private static final String[] ACNS = {"004085616", "010499966", "002724334", "005749986", "001000004"};
    private static final String[] ABNS = {"51824753556", "53004085616", "83914571673", "43002724334", "25010499966"};
    private static final String[] STREETS = {"Unit 3, 12 High Street", "1 Park Road", "Level 2, 100 Collins Street"};
    private static final RelationshipType[] ROLES = {
        RelationshipType.DIRECTOR, RelationshipType.SECRETARY, RelationshipType.SHAREHOLDER, RelationshipType.MEMBER
    };

    private final Random random;
    final EntityKind kind;
    final Entity.Builder entity;

    RandomPair(long seed) {
        random = new Random(seed);
        kind = any(KINDS);
        String last = any(NAMES);
        entity = entity(kind, "e-1", last + " & Co Pty Ltd")
                .setPersonTitle("Ms")
                .setPersonFirstName("Mary")
                .setPersonMiddleName("Ann")
                .setPersonLastName(last)
                .setPersonDateOfBirth("19" + (40 + random.nextInt(50)) + "-03-0" + (1 + random.nextInt(9)))
                .setAcn(any(ACNS))
                .setAbn(any(ABNS))
                .setEmail("mary@example.com")
                .setPhone("03 9876 543" + random.nextInt(10))
                .setFax("03 9876 544" + random.nextInt(10))
                .setWebsite("https://www.example.com/")
                .setAddresses(List.of(
                        address(ComparedField.isPerson(kind) ? AddressUse.RESIDENTIAL : AddressUse.PRINCIPAL_PLACE),
                        address(AddressUse.CONTACT)))
                .setRelationships(roles());
    }

    Clients client() {
        Clients client = Clients.client("x-1", hand(entity.getName()))
                .label(hand(label()))
                .acn(kind == EntityKind.COMPANY ? spaced(entity.getAcn()) : null)
                .abn(spaced(entity.getAbn()))
                .contact(
                        hand(entity.getEmail()),
                        random.nextBoolean() ? "+61 " + entity.getPhone().substring(1) : entity.getPhone(),
                        random.nextBoolean() ? "example.com" : hand(entity.getWebsite()))
                .fax(random.nextBoolean() ? "+61 " + entity.getFax().substring(1) : entity.getFax())
                .physical(typed(entity.getAddresses().get(0)))
                .postal(typed(entity.getAddresses().get(1)));
        if (ComparedField.isPerson(kind)) {
            client.person(new PersonDetails(
                    "Ms",
                    random.nextBoolean() ? "M" : hand("Mary"),
                    random.nextBoolean() ? null : hand("Ann"),
                    hand(entity.getPersonLastName()),
                    null,
                    LocalDate.parse(entity.getPersonDateOfBirth()),
                    null));
        }
        for (Relationship role : entity.getRelationships()) {
            String label = RoleTypes.inXpm(role.getType()).orElseThrow().label();
            client.related(
                    hand(label), "x-" + role.getEntityId(), role.getStartDate(), role.getEndDate(), role.getShares());
            if (random.nextBoolean()) {
                client.related(label + " Of", "x-other-" + role.getEntityId(), role.getStartDate(), null);
            }
        }
        return client;
    }

    void endFirstRole() {
        List<Relationship> roles = new ArrayList<>(entity.getRelationships());
        roles.set(
                0,
                Relationship.newBuilder(roles.getFirst())
                        .setEndDate("2025-01-01")
                        .build());
        entity.setRelationships(roles);
    }

    private List<Relationship> roles() {
        List<Relationship> roles = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            // The first one is always a current holder of shares, so that there is something to change.
            RelationshipType type = i == 0 ? RelationshipType.SHAREHOLDER : any(ROLES);
            Relationship.Builder role = role(type, "p-" + i)
                    .setStartDate("20" + (10 + random.nextInt(10)) + "-07-01")
                    .setEndDate(i > 0 && random.nextInt(4) == 0 ? "2024-01-01" : null);
            roles.add(
                    (type == RelationshipType.SHAREHOLDER ? role.setShares(1L + random.nextInt(1000)) : role).build());
        }
        return roles;
    }

    private Address address(AddressUse use) {
        return Address.newBuilder()
                .setUse(use)
                .setStreet(any(STREETS))
                .setCity("Carlton")
                .setState("VIC")
                .setPostcode("3053")
                .build();
    }

    private PostalAddress typed(Address address) {
        String street = address.getStreet();
        return new PostalAddress(
                hand(random.nextBoolean() ? street.replace("Street", "St").replace("Unit 3, ", "3/") : street),
                hand(address.getCity()),
                random.nextBoolean() ? "Victoria" : "vic",
                "3053",
                random.nextBoolean() ? "Australia" : null);
    }

    private String label() {
        return switch (kind) {
            case COMPANY -> "Company";
            case TRUST -> "Trust";
            case SUPER_FUND -> "Superannuation Fund";
            case INDIVIDUAL -> "Individual";
            case PARTNERSHIP -> "Partnership";
            case SOLE_TRADER, OTHER, UNKNOWN -> "Sole Trader";
        };
    }

    private String hand(String text) {
        return switch (random.nextInt(3)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> " " + text + " ";
            default -> text;
        };
    }

    private @Nullable String spaced(String number) {
        return random.nextBoolean() ? number.replaceAll("(\\d{3})(?=\\d)", "$1 ") : number;
    }

    @SafeVarargs
    private final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

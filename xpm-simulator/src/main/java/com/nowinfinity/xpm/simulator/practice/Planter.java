package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plants differences on purpose, each where nothing else can be read into it: never two on one party, and nobody is
 * taken from one side who holds a role on the other.
 */
final class Planter {

    /** Planted on these two parties; the field names a party where it is a role. */
    record Mark(
            String kind,
            @Nullable Party entity,
            @Nullable Party client,
            @Nullable String field) {}

    private static final LocalDate FIRST_END = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST_END = LocalDate.of(2025, 12, 31);
    private static final List<RoleType> MAY_CEASE =
            List.of(RoleType.DIRECTOR, RoleType.SECRETARY, RoleType.APPOINTOR, RoleType.MEMBER, RoleType.TRUSTEE);
    private static final List<RoleType> MAY_BE_ADDED =
            List.of(RoleType.DIRECTOR, RoleType.SECRETARY, RoleType.PUBLIC_OFFICER);

    private final Chance chance;
    private final Cast cast;
    private final Bonds bonds;
    private final List<Family> families;
    private final List<Mark> marks = new ArrayList<>();

    Planter(Chance chance, Cast cast, Bonds bonds, List<Family> families) {
        this.chance = chance;
        this.cast = cast;
        this.bonds = bonds;
        this.families = families;
    }

    /** How many clients only XPM has, which the portal should have; they count among the active ones. */
    static int onlyInXpm(int size) {
        return size < PracticeGenerator.SMALLEST ? 0 : size / 40;
    }

    List<Mark> plant(int size) {
        int few = size / 40;
        for (int i = 0; i < onlyInXpm(size); i++) {
            plantMissingInNowInfinity(i);
        }
        for (int i = 0; i < few; i++) {
            plantMissingInXpm(i);
        }
        plantFields(size / 20);
        plantRoles(size / 50);
        return marks;
    }

    /** Of every five: two companies, a trust, a fund, and the outsider who directs one of the companies. */
    private void plantMissingInNowInfinity(int index) {
        Family family = chance.of(families);
        Party person = family.people().getFirst();
        String surname = family.surname();
        Party made = switch (index % 5) {
            case 0, 3 -> ownedBy(cast.company(surname), RoleType.DIRECTOR, person);
            case 1 -> ownedBy(cast.trust(surname), RoleType.TRUSTEE, person);
            case 2 -> ownedBy(cast.fund(surname), RoleType.MEMBER, person);
            default -> outsider();
        };
        made.portal = null;
        made.touched = true;
        marks.add(new Mark("missing-in-nowinfinity", null, made, null));
    }

    private Party outsider() {
        Party company = marks.stream()
                .map(Mark::client)
                .filter(party -> party != null && party.kind == PortalKind.COMPANY)
                .reduce((first, last) -> last)
                .orElseThrow();
        Party outsider = cast.individual(cast.words().surname(), cast.words().place());
        ownedBy(company, RoleType.DIRECTOR, outsider);
        return outsider;
    }

    private void plantMissingInXpm(int index) {
        Family family = chance.of(families);
        Party person = family.people().getLast();
        Party made = switch (index % 5) {
            case 0, 3 -> ownedBy(cast.company(family.surname()), RoleType.DIRECTOR, person);
            case 1 -> ownedBy(cast.trust(family.surname()), RoleType.TRUSTEE, person);
            case 2 -> ownedBy(cast.fund(family.surname()), RoleType.MEMBER, person);
            default -> cast.individual(cast.words().surname(), cast.words().place());
        };
        made.xpm = null;
        made.touched = true;
        marks.add(new Mark("missing-in-xpm", made, null, null));
    }

    private Party ownedBy(Party owner, RoleType type, Party holder) {
        bonds.add(new Bond(owner, type, holder, chance.between(FIRST_END.minusYears(9), FIRST_END), List.of(), null));
        return owner;
    }

    private void plantFields(int count) {
        for (int i = 0; i < count; i++) {
            switch (i % 10) {
                case 0, 4 ->
                    differ(
                            "email",
                            facts -> facts.withEmail("office." + chance.between(100, 9_999) + "@post.example"),
                            Facts::email);
                case 8 -> differ("email", facts -> facts.withEmail(null), Facts::email);
                case 1, 5 ->
                    differ("phone", facts -> facts.withPhone(cast.words().phone()), Facts::phone);
                case 2, 6 ->
                    differ(
                            "addresses.CONTACT",
                            facts -> facts.withContact(cast.words().postBox()),
                            Facts::contact);
                case 9 -> differ("person.title", facts -> facts.withTitle("Dr"), Facts::title);
                default -> differ("place", facts -> facts.withPlace(cast.words().place()), Facts::place);
            }
        }
    }

    /** Changes what XPM says of a party of whom the portal says something. */
    private void differ(String field, UnaryOperator<Facts> change, Function<Facts, @Nullable Object> said) {
        Party party = chance.any(
                cast.parties(),
                each -> !each.touched && each.xpm != null && each.portal != null && said.apply(each.portal) != null);
        party.xpm = change.apply(Objects.requireNonNull(party.xpm));
        party.touched = true;
        String path = field.equals("place") ? "addresses." + party.placeUse() : field;
        marks.add(new Mark("field-differs", party, party, path));
    }

    private void plantRoles(int count) {
        for (Bond bond : chance.some(bonds.all(), count, this::isFree)) {
            bond.inXpm = false;
            mark("role-missing-in-xpm", bond, bond.holder.entityId);
        }
        for (Bond bond : chance.some(bonds.all(), count, bond -> isFree(bond) && MAY_CEASE.contains(bond.type))) {
            bond.portalEnd = chance.between(FIRST_END, LAST_END);
            mark("role-ceased", bond, bond.holder.entityId);
        }
        List<Party> companies = chance.some(
                cast.parties(), count, party -> party.kind == PortalKind.COMPANY && party.isPaired() && !party.touched);
        List<Party> people = cast.parties().stream()
                .filter(party -> party.kind == PortalKind.INDIVIDUAL && party.isPaired())
                .toList();
        for (Party company : companies) {
            Party holder =
                    chance.any(people, person -> bonds.of(company).stream().noneMatch(bond -> bond.holder == person));
            Bond bond = new Bond(
                    company, chance.of(MAY_BE_ADDED), holder, chance.between(FIRST_END, LAST_END), List.of(), null);
            bond.inPortal = false;
            bonds.add(bond);
            mark("role-missing-in-nowinfinity", bond, holder.clientId);
        }
    }

    private boolean isFree(Bond bond) {
        return bond.isSteady() && !bond.owner.touched && bond.parcels.size() < 2;
    }

    private void mark(String kind, Bond bond, String holderId) {
        bond.owner.touched = true;
        marks.add(new Mark(kind, bond.owner, bond.owner, bond.type + ":" + holderId));
    }
}

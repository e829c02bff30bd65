package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Sets up families and what they own, with everybody's roles; both sides know all of it. */
final class Households {

    private static final LocalDate FIRST_START = LocalDate.of(2004, 7, 1);
    private static final LocalDate LAST_START = LocalDate.of(2022, 6, 30);

    private final Chance chance;
    private final Cast cast;
    private final Bonds bonds;
    private final List<Family> families = new ArrayList<>();

    Households(Chance chance, Cast cast, Bonds bonds) {
        this.chance = chance;
        this.cast = cast;
        this.bonds = bonds;
    }

    List<Family> families() {
        return families;
    }

    void gather(int people) {
        int left = people;
        while (left > 0) {
            int members = left <= 3 ? left : chance.between(2, 3);
            Family family = new Family(cast.words().surname(), new ArrayList<>(), new ArrayList<>());
            Place home = cast.words().place();
            for (int i = 0; i < members; i++) {
                family.people().add(cast.individual(family.surname(), home));
            }
            families.add(family);
            left -= members;
        }
    }

    /** One after the other in turn. */
    Family family(int index) {
        return families.get(index % families.size());
    }

    Family anyFamily() {
        return chance.of(families);
    }

    Party company(Family family) {
        return company(family, cast.company(family.surname()), 95);
    }

    /** @param coDirectors in how many of a hundred there is a second director */
    Party company(Family family, Party company, int coDirectors) {
        family.holdings().add(company);
        LocalDate start = start();
        int count = chance.percent(coDirectors) ? 2 : 1;
        List<Party> directors =
                family.people().subList(0, Math.min(count, family.people().size()));
        for (Party director : directors) {
            Bond directorship = direct(company, director, start);
            List<Bond.Parcel> parcels = chance.percent(15)
                    ? List.of(
                            new Bond.Parcel("ORD", chance.between(1, 100)), new Bond.Parcel("A", chance.between(1, 50)))
                    : List.of(new Bond.Parcel("ORD", chance.between(1, 100)));
            alike(
                    directorship,
                    bond(company, RoleType.SHAREHOLDER, director, start).shares(parcels));
            if (chance.percent(25)) {
                alike(directorship, bond(company, RoleType.SECRETARY, director, start));
            }
        }
        if (chance.percent(20)) {
            bond(company, RoleType.PUBLIC_OFFICER, directors.getFirst(), start());
        }
        return company;
    }

    /** The portal records a person anew for each further directorship. */
    Bond direct(Party company, Party director, LocalDate start) {
        boolean further = bonds.directorshipsOf(director) > 0;
        Bond bond = bond(company, RoleType.DIRECTOR, director, start);
        if (further && bond.record != null) {
            bond.record = cast.anotherRecord(director);
        }
        return bond;
    }

    private static void alike(Bond directorship, Bond other) {
        other.record = directorship.record;
    }

    Party trust(Family family, Party trust, int corporateShare) {
        family.holdings().add(trust);
        LocalDate start = start();
        trustees(family, trust, corporateShare, start);
        if (trust.identity.trustKind() != TrustKind.TESTAMENTARY) {
            bond(trust, RoleType.APPOINTOR, family.head(), start);
        }
        if (trust.identity.trustKind() == TrustKind.DISCRETIONARY) {
            family.people().forEach(person -> bond(trust, RoleType.BENEFICIARY, person, start));
        }
        return trust;
    }

    Party fund(Family family, Party fund, int corporateShare) {
        family.holdings().add(fund);
        LocalDate start = start();
        trustees(family, fund, corporateShare, start);
        family.people().stream().limit(2).forEach(person -> bond(fund, RoleType.MEMBER, person, start));
        return fund;
    }

    private void trustees(Family family, Party of, int corporateShare, LocalDate start) {
        if (chance.percent(corporateShare)) {
            Party trustee = company(family, cast.corporateTrustee(family.surname()), 95);
            bond(of, RoleType.TRUSTEE, trustee, start);
        } else {
            family.people().stream().limit(2).forEach(person -> bond(of, RoleType.TRUSTEE, person, start));
        }
    }

    Party partnership(Family family) {
        Party partnership = cast.partnership(family.surname());
        family.holdings().add(partnership);
        LocalDate start = start();
        int first = family.people().size() < 2 ? 100 : chance.of(List.of(50, 60, 75));
        bond(partnership, RoleType.PARTNER, family.head(), start).percentage = first;
        if (family.people().size() > 1) {
            bond(partnership, RoleType.PARTNER, family.people().get(1), start).percentage = 100 - first;
        }
        return partnership;
    }

    Bond bond(Party owner, RoleType type, Party holder, LocalDate start) {
        return bonds.add(new Bond(owner, type, holder, start));
    }

    LocalDate start() {
        return chance.between(FIRST_START, LAST_START);
    }
}

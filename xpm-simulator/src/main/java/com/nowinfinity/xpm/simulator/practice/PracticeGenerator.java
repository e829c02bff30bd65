package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a practice of any size: families with their companies, trusts, funds and partnerships, traders, and as many
 * people again who only lodge a tax return. The portal holds the same, but for what is planted. The mix follows a
 * practice of two thousand clients; nothing in it is a real name, number or address.
 */
public final class PracticeGenerator {

    public static final int SMALLEST = 200;
    public static final int LARGEST = 15_000;

    private static final LocalDate FIRST_START = LocalDate.of(2004, 7, 1);
    private static final LocalDate LAST_START = LocalDate.of(2022, 6, 30);

    private final int size;
    private final Chance chance;
    private final Cast cast;
    private final Bonds bonds = new Bonds();
    private final List<Family> families = new ArrayList<>();

    private PracticeGenerator(int size, long seed) {
        this.size = size;
        this.chance = new Chance(seed);
        this.cast = new Cast(chance);
    }

    /** The same arguments make the same practice, always. */
    public static Practice generate(int activeClients, long seed) {
        if (activeClients < SMALLEST || activeClients > LARGEST) {
            throw new IllegalArgumentException(
                    "A practice has between " + SMALLEST + " and " + LARGEST + " clients, not " + activeClients);
        }
        return new PracticeGenerator(activeClients, seed).make(true);
    }

    /** A little one in which both sides agree on everything. */
    public static Practice generateInStep(int activeClients, long seed) {
        return new PracticeGenerator(activeClients, seed).make(false);
    }

    private Practice make(boolean planting) {
        populate();
        Planter planter = new Planter(chance, cast, bonds, families);
        loosen();
        List<Planter.Mark> marks = planting ? planter.plant(size) : List.of();
        return new Rendering(chance, cast.words(), cast.parties(), bonds, families, Math.max(1, size / 10)).of(marks);
    }

    private void populate() {
        int companies = size * 23 / 100;
        int trusts = size * 13 / 100;
        int funds = size * 6 / 100;
        int partnerships = size * 4 / 100;
        int soleTraders = size * 4 / 100;
        int reserved = Planter.onlyInXpm(size);
        int people = size - companies - trusts - funds - partnerships - soleTraders;
        int inFamilies = Math.max(2, people * 55 / 100);
        gatherFamilies(inFamilies);
        for (int i = 0; i < trusts; i++) {
            trust(family(i));
        }
        for (int i = 0; i < funds; i++) {
            fund(family(i));
        }
        for (int i = 0; i < partnerships; i++) {
            partnership(family(i));
        }
        int trustees = (int) cast.parties().stream()
                .filter(party -> party.kind == PortalKind.COMPANY)
                .count();
        for (int i = 0; i < companies - trustees; i++) {
            company(family(i), cast.company(family(i).surname()));
        }
        for (int i = 0; i < soleTraders; i++) {
            Party trader = cast.soleTrader();
            trader.portal = chance.percent(50) ? trader.portal : null;
        }
        int made = cast.parties().size();
        for (int i = made; i < size - reserved; i++) {
            cast.individual(cast.words().surname(), cast.words().place()).portal = null;
        }
    }

    private void gatherFamilies(int people) {
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

    private Family family(int index) {
        return families.get(index % families.size());
    }

    private void company(Family family, Party company) {
        family.holdings().add(company);
        LocalDate start = start();
        List<Party> directors =
                family.people().subList(0, Math.min(2, family.people().size()));
        for (Party director : directors) {
            bond(company, RoleType.DIRECTOR, director, start);
            List<Bond.Parcel> parcels = chance.percent(15)
                    ? List.of(
                            new Bond.Parcel("ORD", chance.between(1, 100)), new Bond.Parcel("A", chance.between(1, 50)))
                    : List.of(new Bond.Parcel("ORD", chance.between(1, 100)));
            bonds.add(new Bond(company, RoleType.SHAREHOLDER, director, start, parcels, null));
        }
        if (chance.percent(40)) {
            bond(company, RoleType.SECRETARY, chance.of(directors), start);
        }
        if (chance.percent(20)) {
            bond(company, RoleType.PUBLIC_OFFICER, chance.of(directors), start());
        }
    }

    private void trust(Family family) {
        Party trust = cast.trust(family.surname());
        family.holdings().add(trust);
        LocalDate start = start();
        trustees(family, trust, 60, start);
        bond(trust, RoleType.APPOINTOR, family.people().getFirst(), start);
        if (trust.trustKind == TrustKind.DISCRETIONARY) {
            family.people().forEach(person -> bond(trust, RoleType.BENEFICIARY, person, start));
        }
    }

    private void fund(Family family) {
        Party fund = cast.fund(family.surname());
        family.holdings().add(fund);
        LocalDate start = start();
        trustees(family, fund, 60, start);
        family.people().stream().limit(2).forEach(person -> bond(fund, RoleType.MEMBER, person, start));
    }

    private void trustees(Family family, Party of, int corporateShare, LocalDate start) {
        if (chance.percent(corporateShare)) {
            Party trustee = cast.corporateTrustee(family.surname());
            company(family, trustee);
            bond(of, RoleType.TRUSTEE, trustee, start);
        } else {
            family.people().stream().limit(2).forEach(person -> bond(of, RoleType.TRUSTEE, person, start));
        }
    }

    private void partnership(Family family) {
        Party partnership = cast.partnership(family.surname());
        family.holdings().add(partnership);
        LocalDate start = start();
        int first = family.people().size() < 2 ? 100 : chance.of(List.of(50, 60, 75));
        bonds.add(new Bond(partnership, RoleType.PARTNER, family.people().getFirst(), start, List.of(), first));
        if (family.people().size() > 1) {
            bonds.add(new Bond(partnership, RoleType.PARTNER, family.people().get(1), start, List.of(), 100 - first));
        }
    }

    /** What is no discrepancy: the portal says nothing, or a role is over and gone. */
    private void loosen() {
        for (Party party : cast.parties()) {
            Facts facts = party.portal;
            if (facts != null) {
                facts = chance.percent(12) ? facts.withEmail(null) : facts;
                facts = chance.percent(12) ? facts.withPhone(null) : facts;
                party.portal = chance.percent(15) ? facts.withContact(null) : facts;
            }
        }
        for (Bond bond : bonds.all()) {
            if (bond.type == RoleType.SECRETARY && chance.percent(25)) {
                bond.portalEnd = bond.start.plusDays(chance.between(100, 900));
                bond.xpmEnd = bond.portalEnd;
                bond.inXpm = chance.percent(50);
            }
        }
    }

    private void bond(Party owner, RoleType type, Party holder, LocalDate start) {
        bonds.add(new Bond(owner, type, holder, start, List.of(), null));
    }

    private LocalDate start() {
        return chance.between(FIRST_START, LAST_START);
    }
}

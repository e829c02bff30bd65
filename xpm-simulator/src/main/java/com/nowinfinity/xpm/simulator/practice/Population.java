package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.List;

/** Fills a practice in the mix of one with two thousand clients; everything that is here both sides have. */
final class Population {

    private static final int MANY = 8;

    private final Scale scale;
    private final Chance chance;
    private final Cast cast;
    private final Households households;

    Population(Scale scale, Chance chance, Cast cast, Households households) {
        this.scale = scale;
        this.chance = chance;
        this.cast = cast;
        this.households = households;
    }

    void populate() {
        // A few come up while something is planted.
        households.gather(Math.max(2, scale.of(585) - Math.min(10, scale.size() / 20)));
        int companies = scale.of(405);
        companies -= tycoons(scale.of(16), companies / 3);
        int before = companies();
        for (TrustKind kind : trusts()) {
            Family family = households.anyFamily();
            households.trust(family, cast.trust(family.surname(), kind), 33);
        }
        for (int i = 0; i < scale.of(99); i++) {
            Family family = households.anyFamily();
            households.fund(family, cast.fund(family.surname()), 64);
        }
        int left = companies - (companies() - before);
        for (int i = 0; i < left; i++) {
            households.company(households.family(i));
        }
        for (int i = 0; i < scale.of(36); i++) {
            households.partnership(households.anyFamily());
        }
        for (int i = 0; i < scale.of(12); i++) {
            association();
        }
        for (int i = 0; i < scale.of(40); i++) {
            cast.soleTrader();
        }
    }

    /** People with more companies than they can remember; answers with how many those are. */
    private int tycoons(int people, int most) {
        int made = 0;
        for (int i = 0; i < people && made < most; i++) {
            Family family = households.family(i * 7);
            int companies = chance.between(MANY, MANY + 2);
            for (int k = 0; k < companies; k++) {
                households.company(family, cast.company(family.surname()), k < MANY - 2 ? 95 : 0);
            }
            made += companies;
        }
        return made;
    }

    private List<TrustKind> trusts() {
        List<TrustKind> kinds = new ArrayList<>();
        for (int i = 0; i < scale.of(181); i++) {
            kinds.add(
                    switch (i % 20) {
                        case 3, 9, 15 -> TrustKind.UNIT;
                        case 6 -> TrustKind.TESTAMENTARY;
                        case 12 -> TrustKind.HYBRID;
                        default -> TrustKind.DISCRETIONARY;
                    });
        }
        return kinds;
    }

    private void association() {
        Party association = cast.association();
        Family family = households.anyFamily();
        households.bond(association, RoleType.PUBLIC_OFFICER, family.head(), households.start());
    }

    private int companies() {
        return (int) cast.parties().stream()
                .filter(party -> party.kind() == PortalKind.COMPANY)
                .count();
    }

    /** As many people again who only lodge a tax return, up to that many active clients. */
    void fillUp(long active) {
        long missing = active
                - cast.parties().stream()
                        .flatMap(party -> party.xpm.stream())
                        .filter(copy ->
                                copy.standing == XpmCopy.Standing.LIVE || copy.standing == XpmCopy.Standing.PROSPECT)
                        .count();
        for (long i = 0; i < missing; i++) {
            Party person = cast.individual(cast.words().surname(), cast.words().place());
            person.portal.clear();
        }
    }
}

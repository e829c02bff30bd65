package com.nowinfinity.xpm.simulator.practice;

import java.util.function.Predicate;

/** Keeps some in step on both sides, so that there is somebody to whom something can happen later. */
final class Reserve {

    private static final int COMPANIES = 8;
    private static final int PEOPLE = 3;
    private static final int TRUSTS = 1;

    private final Stage stage;

    Reserve(Stage stage) {
        this.stage = stage;
    }

    void keep() {
        Predicate<Party> complete = party -> party.portalCopy().facts.phone() != null
                && party.portalCopy().facts.place() != null
                && party.portalCopy().facts.email() != null;
        stage.times(COMPANIES, () -> {
            Party company = stage.pick(
                    PortalKind.COMPANY,
                    complete.and(this::isWithoutSecretary).and(party -> party.identity.abn() != null));
            stage.bonds.of(company).forEach(bond -> Stage.touch(bond.holder));
        });
        stage.times(TRUSTS, () -> stage.corporateTrustee(PortalKind.TRUST, Reserve::isTrading));
        stage.times(PEOPLE, () -> {
            Family family = stage.households.anyFamily();
            Party person =
                    stage.cast.individual(family.surname(), stage.cast.words().place());
            person.portalCopy().facts =
                    person.portalCopy().facts.withPlace(stage.cast.words().place());
            person.xpmCopy().facts = person.portalCopy().facts;
            Party company = stage.pick(PortalKind.COMPANY);
            stage.households.direct(company, Stage.touch(person), stage.households.start());
        });
    }

    private static boolean isTrading(Party company) {
        return company.identity.abn() != null;
    }

    private boolean isWithoutSecretary(Party company) {
        return stage.bonds.of(company).stream().noneMatch(bond -> bond.type == RoleType.SECRETARY);
    }
}

package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.practice.XpmCopy.Standing;

/** Who is on one side only, or stands in XPM in another way than as one live client. */
final class OneSided {

    private final Stage stage;
    private final Cast cast;
    private final Households households;

    OneSided(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast;
        this.households = stage.households;
    }

    void plant() {
        Scale scale = stage.scale;
        onlyInPortal(scale);
        onlyInXpm(scale);
        stage.times(scale.some(6), () -> stage.pick(PortalKind.COMPANY).xpmCopy().standing = Standing.ARCHIVED);
        stage.times(scale.some(6), () -> stage.pick(PortalKind.INDIVIDUAL).xpmCopy().standing = Standing.ARCHIVED);
        stage.times(scale.some(2), () -> stage.pick(PortalKind.SUPER_FUND).xpmCopy().standing = Standing.ARCHIVED);
        stage.times(scale.some(2), () -> stage.pick(PortalKind.COMPANY).xpmCopy().standing = Standing.PROSPECT);
        stage.times(scale.some(2), () -> stage.pick(PortalKind.INDIVIDUAL).xpmCopy().standing = Standing.PROSPECT);
        stage.times(scale.some(26), this::prospect);
        stage.times(scale.some(25), () -> stranger(Standing.DELETED));
        twins(scale);
        stage.times(scale.some(3), this::twoHalves);
        stage.times(scale.some(3), this::overAndArchived);
        stage.times(scale.some(2), this::overAndGone);
    }

    private void onlyInPortal(Scale scale) {
        stage.times(scale.some(15), () -> {
            Family family = households.anyFamily();
            Party company = absent(cast.company(family.surname()));
            households.company(family, company, 50);
        });
        stage.times(scale.some(6), () -> {
            Family family = households.anyFamily();
            households.trust(family, absent(cast.trust(family.surname(), TrustKind.DISCRETIONARY)), 0);
        });
        stage.times(scale.some(5), () -> {
            Family family = households.anyFamily();
            households.fund(family, absent(cast.fund(family.surname())), 0);
        });
        stage.times(scale.some(6), () -> {
            Party person =
                    absent(cast.individual(cast.words().surname(), cast.words().place()));
            Party company = stage.pick(PortalKind.COMPANY);
            households.direct(company, person, households.start());
            stage.trap("role-of-somebody-missing", company);
        });
        stage.times(scale.some(3), () -> absent(cast.partnership(cast.words().surname())));
        stage.times(scale.some(2), () -> absent(cast.association()));
        stage.times(scale.some(2), () -> absent(cast.soleTrader()));
    }

    private static Party absent(Party party) {
        party.xpm.clear();
        return Stage.touch(party);
    }

    private void onlyInXpm(Scale scale) {
        stage.times(scale.some(40), () -> {
            Family family = households.anyFamily();
            households.company(family, unknown(cast.company(family.surname())), 85);
        });
        // A company by its number, though its label stands for nothing.
        for (String label : new String[] {"", FieldPlants.unknownLabelFor(PortalKind.COMPANY)}) {
            stage.times(scale.some(2), () -> {
                Family family = households.anyFamily();
                Party company = unknown(cast.company(family.surname()));
                company.xpmCopy().labelled(label, null);
                households.company(family, company, 85);
            });
        }
        stage.times(scale.some(85), () -> {
            Family family = households.anyFamily();
            households.trust(family, unknown(cast.trust(family.surname(), TrustKind.DISCRETIONARY)), 0);
        });
        stage.times(scale.some(20), () -> {
            Family family = households.anyFamily();
            households.fund(family, unknown(cast.fund(family.surname())), 0);
        });
        stage.times(scale.some(6), this::outsider);
        stage.times(
                scale.some(40),
                () -> stage.trap(
                        "tax-return-only", unknown(cast.partnership(cast.words().surname()))));
        stage.times(scale.some(13), () -> stage.trap("tax-return-only", unknown(cast.association())));
        stage.times(scale.some(50), () -> stage.trap("tax-return-only", unknown(cast.soleTrader())));
    }

    /** Directs a company that nobody else knows, and one that the portal has with other directors. */
    private void outsider() {
        Party outsider =
                unknown(cast.individual(cast.words().surname(), cast.words().place()));
        Party company = unknown(cast.company(cast.words().surname()));
        households.bond(company, RoleType.DIRECTOR, outsider, households.start());
        Party known = stage.pick(PortalKind.COMPANY);
        households.bond(known, RoleType.DIRECTOR, outsider, households.start());
    }

    private static Party unknown(Party party) {
        party.portal.clear();
        return Stage.touch(party);
    }

    private void prospect() {
        stage.trap("prospect", stranger(Standing.PROSPECT));
    }

    private Party stranger(Standing standing) {
        Party person =
                unknown(cast.individual(cast.words().surname(), cast.words().place()));
        person.xpmCopy().standing = standing;
        return person;
    }

    private void twins(Scale scale) {
        for (PortalKind kind : new PortalKind[] {PortalKind.COMPANY, PortalKind.INDIVIDUAL, PortalKind.TRUST}) {
            stage.times(scale.some(9), () -> cast.anotherClient(stage.pick(kind)));
            stage.times(scale.some(19), () -> cast.anotherClient(stage.pick(kind)).standing = Standing.ARCHIVED);
        }
    }

    /** One client has the name and the date of birth, another one the number under a trading name. */
    private void twoHalves() {
        Party trader = stage.pick(PortalKind.SOLE_TRADER);
        trader.plain = true;
        trader.xpmCopy().abn = XpmCopy.Digits.BLANK;
        XpmCopy business = cast.anotherClient(trader);
        business.name = cast.words().business();
        business.person = null;
    }

    private void overAndArchived() {
        Party company = stage.pick(PortalKind.COMPANY);
        company.portalCopy().status = "DEREGISTERED";
        company.xpmCopy().standing = Standing.ARCHIVED;
        stage.trap("deregistered-and-archived", company);
    }

    private void overAndGone() {
        Party company = absent(cast.company(cast.words().surname()));
        company.portalCopy().status = "DEREGISTERED";
        stage.trap("deregistered-and-gone", company);
    }
}

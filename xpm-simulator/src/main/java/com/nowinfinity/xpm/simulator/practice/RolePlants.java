package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Plants what differs in roles and shares, and what only seems to. */
final class RolePlants {

    private static final LocalDate FIRST_END = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST_END = LocalDate.of(2025, 6, 30);

    private final Stage stage;
    private final Households households;

    RolePlants(Stage stage) {
        this.stage = stage;
        this.households = stage.households;
    }

    void plant() {
        Scale scale = stage.scale;
        stage.times(scale.some(10), () -> bond(PortalKind.COMPANY, RoleType.DIRECTOR).inXpm = false);
        stage.times(scale.some(4), () -> bond(PortalKind.SUPER_FUND, RoleType.MEMBER).inXpm = false);
        stage.times(scale.some(4), () -> bond(PortalKind.COMPANY, RoleType.DIRECTOR).xpmEnd = end());
        stage.times(scale.some(12), () -> bond(PortalKind.COMPANY, RoleType.DIRECTOR).portalEnd = end());
        stage.times(scale.some(4), () -> bond(PortalKind.TRUST, RoleType.APPOINTOR).portalEnd = end());
        stage.times(scale.some(8), () -> {
            Bond bond = bond(PortalKind.COMPANY, RoleType.DIRECTOR);
            bond.xpmStart = bond.start.plusDays(stage.chance.between(20, 400));
        });
        stage.times(scale.some(5), () -> {
            Bond bond = bond(PortalKind.COMPANY, RoleType.DIRECTOR);
            bond.portalEnd = end();
            bond.xpmEnd = bond.portalEnd.plusDays(stage.chance.between(10, 90));
        });
        stage.times(scale.some(8), this::onlyInXpm);
        stage.times(scale.some(4), this::appointedAnew);
        stage.times(scale.some(4), this::reversed);
        stage.times(scale.some(8), () -> {
            Bond bond = bond(PortalKind.COMPANY, RoleType.SHAREHOLDER);
            bond.xpmShares = List.of(bond.total() + stage.chance.between(1, 40));
        });
        stage.times(scale.some(5), this::sold);
        stage.times(scale.some(4), this::trusteeReplaced);
        stage.times(scale.some(4), this::memberWhoIsNoDirector);
    }

    private Bond bond(PortalKind owner, RoleType type) {
        return stage.pickBond(owner, bond -> bond.type == type);
    }

    private LocalDate end() {
        return stage.chance.between(FIRST_END, LAST_END);
    }

    private void onlyInXpm() {
        Party company = stage.pick(PortalKind.COMPANY);
        Party holder = stage.pick(PortalKind.INDIVIDUAL, person -> !holds(person, company));
        Bond bond = households.bond(company, RoleType.DIRECTOR, holder, end());
        bond.record = null;
    }

    /** A former director is back, and only XPM knows: no end of the first term belongs on the second one. */
    private void appointedAnew() {
        Bond first = bond(PortalKind.COMPANY, RoleType.DIRECTOR);
        first.portalEnd = end();
        first.xpmEnd = first.portalEnd;
        first.inXpm = stage.chance.percent(50);
        LocalDate back = first.portalEnd.plusDays(stage.chance.between(0, 90));
        households.bond(first.owner, RoleType.DIRECTOR, first.holder, back).record = null;
    }

    private boolean holds(Party holder, Party owner) {
        return stage.bonds.of(owner).stream().anyMatch(bond -> bond.holder == holder);
    }

    /** XPM has the trust as the trustee of its trustee. */
    private void reversed() {
        Bond bond = stage.corporateTrustee(PortalKind.TRUST);
        bond.inXpm = false;
        households.bond(bond.holder, RoleType.TRUSTEE, bond.owner, bond.start).record = null;
    }

    private void sold() {
        Bond bond = bond(PortalKind.COMPANY, RoleType.SHAREHOLDER);
        bond.portalEnd = end();
        Party buyer = stage.pick(PortalKind.INDIVIDUAL, person -> !holds(person, bond.owner));
        Bond bought = households.bond(bond.owner, RoleType.SHAREHOLDER, buyer, bond.portalEnd);
        bought.shares(bond.parcels).inXpm = false;
    }

    private void trusteeReplaced() {
        Bond bond = stage.corporateTrustee(PortalKind.TRUST);
        bond.portalEnd = end();
        Party successor = stage.pick(PortalKind.COMPANY);
        households.bond(bond.owner, RoleType.TRUSTEE, successor, bond.portalEnd).inXpm = false;
    }

    /** The law wants every member of a fund on the board of its corporate trustee; XPM has one who is not. */
    private void memberWhoIsNoDirector() {
        Bond trustee = stage.corporateTrustee(PortalKind.SUPER_FUND);
        Optional<Bond> seat = stage.bonds.of(trustee.holder).stream()
                .filter(bond -> bond.type == RoleType.DIRECTOR && bond.isSteady())
                .filter(bond -> holds(bond.holder, trustee.owner))
                .findFirst();
        seat.ifPresent(bond -> {
            bond.inXpm = false;
            bond.holder.pinned = true;
        });
    }
}

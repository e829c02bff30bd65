package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Lays traps of roles and shares that both sides hold in different words, or that are over. */
final class RoleTraps {

    private final Stage stage;
    private final Households households;

    RoleTraps(Stage stage) {
        this.stage = stage;
        this.households = stage.households;
    }

    void lay() {
        Scale scale = stage.scale;
        stage.times(scale.some(6), this::jointParcel);
        stage.times(scale.some(8), this::severalParcels);
        stage.times(scale.some(4), this::trustHolds);
        stage.times(scale.some(8), () -> over("role-over-on-both-sides", true));
        stage.times(scale.some(8), () -> over("role-over-and-gone", false));
        stage.times(scale.some(6), this::overInXpmOnly);
        stage.times(scale.some(4), () -> reappointed(true));
        stage.times(scale.some(4), () -> reappointed(false));
        withoutType();
        stage.bonds.all().stream()
                .filter(bond -> bond.type == RoleType.DIRECTOR && bond.isSteady())
                .forEach(bond -> stage.trap(
                        "mirror-row",
                        bond.holder.portalCopy(),
                        bond.holder.xpmCopy(),
                        "DIRECTOR:" + bond.owner.xpmCopy().clientId));
    }

    private void trap(String name, Bond bond) {
        String holder = bond.record == null ? bond.holder.xpmCopy().clientId : bond.record.entityId;
        stage.trap(name, bond.owner.portalCopy(), bond.owner.xpmCopy(), bond.type + ":" + holder);
    }

    private Bond shareholding() {
        return stage.pickBond(PortalKind.COMPANY, bond -> bond.type == RoleType.SHAREHOLDER);
    }

    private Party newcomer(Party company) {
        return stage.pick(
                PortalKind.INDIVIDUAL,
                person -> stage.bonds.of(company).stream().noneMatch(bond -> bond.holder == person));
    }

    /** Two hold the same hundred shares; XPM counts them for the one and not for the other. */
    private void jointParcel() {
        Bond first = shareholding();
        Bond second = households.bond(first.owner, RoleType.SHAREHOLDER, newcomer(first.owner), first.start);
        List<Bond.Parcel> parcel = List.of(new Bond.Parcel("ORD", 100));
        first.shares(parcel).joint = true;
        second.shares(parcel).joint = true;
        second.xpmShares = List.of();
        trap("joint-parcel", first);
        trap("joint-parcel", second);
    }

    private void severalParcels() {
        Bond bond = shareholding();
        bond.shares(List.of(new Bond.Parcel("ORD", 60), new Bond.Parcel("A", 40)));
        bond.xpmShares = List.of(60, 40);
        trap("several-parcels", bond);
    }

    /** The trustee is on the register, not beneficially; XPM names the trust. */
    private void trustHolds() {
        Bond trustee = stage.corporateTrustee(PortalKind.TRUST);
        Party company = stage.pick(PortalKind.COMPANY);
        Bond holding = households.bond(company, RoleType.SHAREHOLDER, trustee.holder, households.start());
        holding.shares(List.of(new Bond.Parcel("ORD", 50)));
        holding.beneficial = false;
        holding.heldInXpmBy = trustee.owner;
        trap("trust-holds", holding);
        stage.trap(
                "trust-holds",
                company.portalCopy(),
                company.xpmCopy(),
                "SHAREHOLDER:" + trustee.owner.xpmCopy().clientId);
    }

    private LocalDate longAgo() {
        return stage.chance.between(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 6, 30));
    }

    private void over(String name, boolean inXpm) {
        Party company = stage.pick(PortalKind.COMPANY);
        Bond bond = households.bond(company, RoleType.SECRETARY, newcomer(company), households.start());
        bond.portalEnd = longAgo();
        bond.xpmEnd = bond.portalEnd;
        bond.inXpm = inXpm;
        trap(name, bond);
    }

    private void overInXpmOnly() {
        Party company = stage.pick(PortalKind.COMPANY);
        Bond bond = households.bond(company, RoleType.DIRECTOR, newcomer(company), households.start());
        bond.xpmEnd = longAgo();
        bond.record = null;
        trap("role-over-in-xpm-only", bond);
    }

    private void reappointed(boolean bothTermsInXpm) {
        Bond first = stage.pickBond(PortalKind.COMPANY, bond -> bond.type == RoleType.DIRECTOR);
        first.portalEnd = longAgo();
        first.xpmEnd = first.portalEnd;
        first.inXpm = bothTermsInXpm;
        Bond second = households.bond(first.owner, RoleType.DIRECTOR, first.holder, first.portalEnd.plusDays(60));
        second.record = first.record;
        trap("reappointment", second);
    }

    private void withoutType() {
        for (Party party : List.copyOf(stage.cast.parties())) {
            List<Bond> held = stage.bonds.of(party);
            if (!party.isPlainPair() || held.isEmpty() || !stage.chance.percent(8)) {
                continue;
            }
            RoleType type = switch (party.kind()) {
                case COMPANY -> RoleType.ALTERNATE_DIRECTOR;
                case TRUST -> party.identity.trustKind() == TrustKind.UNIT ? RoleType.UNIT_HOLDER : RoleType.PROTECTOR;
                default -> null;
            };
            if (type != null && !held.getFirst().holder.portal.isEmpty()) {
                Bond bond = households.bond(party, type, held.getFirst().holder, held.getFirst().start);
                stage.trap(
                        type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-has-no-type",
                        party.portalCopy(),
                        party.xpmCopy(),
                        type + ":" + bond.holder.portalCopy().entityId);
            }
        }
    }
}

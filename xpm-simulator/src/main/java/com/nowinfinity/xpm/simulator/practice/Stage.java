package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What those who plant work with: everybody, everything, and a list of what looks like a difference and is none. */
final class Stage {

    /** XPM's word on two relatives; the portal has no such thing. */
    record Tie(Party of, RelationshipType type, Party relative) {}

    final Scale scale;
    final Chance chance;
    final Cast cast;
    final Bonds bonds;
    final Households households;
    final List<Tie> ties = new ArrayList<>();
    final List<Trap> traps = new ArrayList<>();

    Stage(Scale scale, Chance chance) {
        this.scale = scale;
        this.chance = chance;
        this.cast = new Cast(chance);
        this.bonds = new Bonds();
        this.households = new Households(chance, cast, bonds);
    }

    /** Somebody of that kind on whom nothing is planted yet, once on each side; from now on planted. */
    Party pick(PortalKind kind, Predicate<Party> fitting) {
        Predicate<Party> free = party -> party.kind() == kind && isFree(party) && fitting.test(party);
        for (int tries = 0; tries < 60; tries++) {
            Party party = chance.of(cast.parties());
            if (free.test(party)) {
                return touch(party);
            }
        }
        List<Party> found = chance.some(cast.parties(), 1, free);
        return touch(found.isEmpty() ? another(kind, fitting) : found.getFirst());
    }

    Party pick(PortalKind kind) {
        return pick(kind, party -> true);
    }

    private Party another(PortalKind kind, Predicate<Party> fitting) {
        for (int tries = 0; tries < 200; tries++) {
            Party party = another(kind);
            if (fitting.test(party)) {
                return party;
            }
        }
        throw new IllegalStateException("No " + kind + " comes up that fits");
    }

    private Party another(PortalKind kind) {
        Family family = households.anyFamily();
        return switch (kind) {
            case COMPANY -> households.company(family);
            case TRUST -> households.trust(family, cast.trust(family.surname(), TrustKind.DISCRETIONARY), 50);
            case SUPER_FUND -> households.fund(family, cast.fund(family.surname()), 50);
            case PARTNERSHIP -> households.partnership(family);
            case INDIVIDUAL ->
                cast.individual(cast.words().surname(), cast.words().place());
            case SOLE_TRADER -> cast.soleTrader();
            case OTHER -> cast.association();
        };
    }

    static boolean isFree(Party party) {
        return !party.touched && party.isPlainPair() && party.xpmCopy().isLive();
    }

    /** What is planted on it stays as it is planted. */
    static Party touch(Party party) {
        party.touched = true;
        party.pinned = true;
        return party;
    }

    /** A role between two that both sides know, the owner's records being touched by nothing yet; now they are. */
    Bond pickBond(PortalKind owner, Predicate<Bond> fitting) {
        Predicate<Bond> steady = bond -> bond.isSteady() && fitting.test(bond);
        Party party = pick(owner, each -> bonds.of(each).stream().anyMatch(steady));
        Bond bond = bonds.of(party).stream().filter(steady).findFirst().orElseThrow();
        bond.holder.pinned = true;
        return bond;
    }

    /** A trust or fund and the company that is its trustee, both touched by nothing yet; now they are. */
    Bond corporateTrustee(PortalKind owner) {
        return corporateTrustee(owner, company -> true);
    }

    Bond corporateTrustee(PortalKind owner, Predicate<Party> company) {
        Predicate<Bond> fitting = bond -> bond.type == RoleType.TRUSTEE
                && bond.holder.kind() == PortalKind.COMPANY
                && company.test(bond.holder)
                && isFree(bond.holder)
                && bond.isSteady();
        boolean found = bonds.all().stream()
                .anyMatch(bond -> bond.owner.kind() == owner && isFree(bond.owner) && fitting.test(bond));
        Family family = households.anyFamily();
        if (!found && owner == PortalKind.TRUST) {
            households.trust(family, cast.trust(family.surname(), TrustKind.DISCRETIONARY), 100);
        } else if (!found) {
            households.fund(family, cast.fund(family.surname()), 100);
        }
        Bond bond = pickBond(owner, fitting);
        touch(bond.holder);
        return bond;
    }

    void trap(String name, @Nullable PortalCopy entity, @Nullable XpmCopy client, @Nullable String field) {
        traps.add(new Trap(
                name, entity == null ? null : entity.entityId, client == null ? null : client.clientId, field));
    }

    /** About the whole of a party on both sides, as far as it is there. */
    void trap(String name, Party party) {
        trap(
                name,
                party.portal.isEmpty() ? null : party.portalCopy(),
                party.xpm.isEmpty() ? null : party.xpmCopy(),
                null);
    }

    void times(int count, Runnable planting) {
        for (int i = 0; i < count; i++) {
            planting.run();
        }
    }
}

package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role in the making: the holder is the type of the owner. */
final class Bond {

    /** Shares of one class. */
    record Parcel(String shareClass, int shares) {}

    final Party owner;
    final RoleType type;
    final Party holder;
    final LocalDate start;

    /** The holder's record that the portal names; null where the portal does not have the role. */
    @Nullable
    PortalCopy record;

    boolean inXpm = true;
    LocalDate xpmStart;

    @Nullable
    LocalDate portalEnd;

    @Nullable
    LocalDate xpmEnd;

    List<Parcel> parcels = List.of();

    /** What XPM counts, one relationship for each number; empty = one without a count. */
    List<Integer> xpmShares = List.of();

    boolean joint;
    boolean beneficial = true;

    @Nullable
    Integer percentage;

    /** Whom XPM names instead: the trust whose trustee the holder is. */
    @Nullable
    Party heldInXpmBy;

    Bond(Party owner, RoleType type, Party holder, LocalDate start) {
        this.owner = owner;
        this.type = type;
        this.holder = holder;
        this.start = start;
        this.xpmStart = start;
        this.record = holder.portal.isEmpty() || owner.portal.isEmpty() ? null : holder.portalCopy();
    }

    Bond shares(List<Parcel> newParcels) {
        parcels = newParcels;
        xpmShares = List.of(total());
        return this;
    }

    int total() {
        return parcels.stream().mapToInt(Parcel::shares).sum();
    }

    boolean isInXpm() {
        return inXpm
                && type.inXpm() != null
                && !owner.xpm.isEmpty()
                && !holderInXpm().xpm.isEmpty();
    }

    boolean isCurrentInXpm() {
        return isInXpm() && xpmEnd == null;
    }

    Party holderInXpm() {
        return heldInXpmBy == null ? holder : heldInXpmBy;
    }

    /** Running, the same on both sides, and nothing about it is special. */
    boolean isSteady() {
        return record != null
                && isCurrentInXpm()
                && portalEnd == null
                && heldInXpmBy == null
                && !joint
                && owner.isPlainPair()
                && holder.xpm.size() == 1
                && holder.xpmCopy().isLive();
    }
}

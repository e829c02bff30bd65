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
    final List<Parcel> parcels;
    final @Nullable Integer percentage;

    boolean inPortal = true;
    boolean inXpm = true;

    @Nullable
    LocalDate portalEnd;

    @Nullable
    LocalDate xpmEnd;

    Bond(
            Party owner,
            RoleType type,
            Party holder,
            LocalDate start,
            List<Parcel> parcels,
            @Nullable Integer percentage) {
        this.owner = owner;
        this.type = type;
        this.holder = holder;
        this.start = start;
        this.parcels = parcels;
        this.percentage = percentage;
    }

    /** On both sides, running, and between parties that both sides have. */
    boolean isSteady() {
        return inPortal && inXpm && portalEnd == null && owner.isPaired() && holder.isPaired();
    }
}

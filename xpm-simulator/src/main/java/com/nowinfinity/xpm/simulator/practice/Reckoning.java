package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.practice.XpmCopy.Digits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The truth: every row that a report has to have, told from what is meant on both sides, before anything is spelled
 * or written. So no spelling can add to it.
 */
final class Reckoning {

    private static final Set<PortalKind> REGISTERED =
            EnumSet.of(PortalKind.COMPANY, PortalKind.TRUST, PortalKind.SUPER_FUND);

    private final Stage stage;
    private final Pairing pairing;
    private final List<Planted> rows = new ArrayList<>();

    private Reckoning(Stage stage) {
        this.stage = stage;
        this.pairing = new Pairing(stage.cast.parties());
    }

    static List<Planted> of(Stage stage) {
        Reckoning reckoning = new Reckoning(stage);
        stage.cast.parties().forEach(reckoning::party);
        reckoning.labels();
        return List.copyOf(reckoning.rows);
    }

    private void party(Party party) {
        for (PortalCopy record : party.portal) {
            Pairing.Told told = pairing.of(record);
            switch (told.how()) {
                case PAIR -> pair(party, record, Objects.requireNonNull(told.client()));
                case TWINS -> add("duplicate-in-xpm", record, null, null);
                case AMBIGUOUS, SUGGESTED -> add("ambiguous-match", record, null, null);
                case ARCHIVED -> gone("archived-in-xpm", record, told.client());
                case PROSPECT -> gone("prospect-in-xpm", record, told.client());
                case OTHER_STRUCTURE -> add("structure-differs", record, told.client(), null);
                case NOT_AT_ALL -> gone("missing-in-xpm", record, null);
            }
        }
        for (XpmCopy copy : party.xpm) {
            if (copy.isLive() && !pairing.isSpokenOf(party, copy) && counts(party, copy)) {
                add("missing-in-nowinfinity", null, copy, null);
            }
        }
    }

    /** Only of somebody who is still there. */
    private void gone(String kind, PortalCopy record, @Nullable XpmCopy client) {
        if (record.isLive()) {
            add(kind, record, client, null);
        }
    }

    private boolean counts(Party party, XpmCopy copy) {
        if (copy.labelKind == null) {
            // Its number says what the label does not.
            return party.kind() == PortalKind.COMPANY && copy.acn == Digits.RIGHT;
        }
        if (!copy.labelKind.isPerson()) {
            return REGISTERED.contains(copy.labelKind);
        }
        return stage.bonds.heldBy(party).stream()
                .anyMatch(bond -> bond.isCurrentInXpm() && bond.owner.xpmCopy().isLive());
    }

    private void pair(Party party, PortalCopy record, XpmCopy copy) {
        PortalCopy leader = party.portal.stream()
                .filter(each -> pairing.of(each).client() == copy)
                .findFirst()
                .orElse(record);
        if (leader != record) {
            Fields.heldDifferently(party, leader, record)
                    .forEach(field -> add("recorded-differently", record, copy, field));
            List<PortalCopy> before = party.portal.subList(0, party.portal.indexOf(record));
            Fields.heldAlone(party, before, record, copy).forEach(field -> add("field-differs", record, copy, field));
            return;
        }
        if (party.xpm.stream().anyMatch(each -> each.standing == XpmCopy.Standing.ARCHIVED)) {
            add("duplicate-in-xpm", record, copy, null);
        }
        if (copy.labelKind != null && copy.labelKind != party.kind()) {
            add("structure-differs", record, copy, null);
        }
        if (!record.status.equals("ACTIVE")) {
            add("state-differs", record, copy, null);
            return;
        }
        if (record.acnMistyped) {
            add("number-invalid", record, copy, "acn");
        } else {
            number("acn", record.acn, copy.acn, record, copy);
        }
        number("abn", record.abn, copy.abn, record, copy);
        if (copy.trustee != null) {
            add("trustee-number-on-trust", record, copy, "acn");
        }
        Fields.differing(party, record, copy).forEach(field -> add("field-differs", record, copy, field));
        stage.bonds.of(party).forEach(bond -> role(bond, record, copy));
    }

    private void number(String field, @Nullable String held, Digits shown, PortalCopy record, XpmCopy copy) {
        if (held != null && shown == Digits.BLANK) {
            add("number-missing", record, copy, field);
        } else if (held != null && shown != Digits.RIGHT) {
            add("number-invalid", record, copy, field);
        }
    }

    private void role(Bond bond, PortalCopy record, XpmCopy copy) {
        if (bond.type.inXpm() == null) {
            return;
        }
        boolean heldHere = bond.record != null && bond.portalEnd == null;
        String field = bond.type + ":" + (bond.record == null ? "" : bond.record.entityId);
        if (bond.isCurrentInXpm() && bond.record == null) {
            Party holder = bond.holderInXpm();
            if (stage.bonds.of(bond.owner).stream().noneMatch(other -> isHeldHere(other, bond, holder))) {
                add("role-missing-in-nowinfinity", record, copy, bond.type + ":" + holder.xpmCopy().clientId);
            }
        } else if (bond.isCurrentInXpm() && !heldHere) {
            add("role-ceased", record, copy, field);
        } else if (heldHere && !bond.isCurrentInXpm()) {
            if (pairing.isPair(bond.record)) {
                add("role-missing-in-xpm", record, copy, field);
            }
        } else if (heldHere && pairing.isPair(bond.record)) {
            shared(bond, record, copy, field);
        } else if (bond.record != null && bond.isInXpm() && !Objects.equals(bond.portalEnd, bond.xpmEnd)) {
            add("role-dates-differ", record, copy, field);
        }
    }

    private boolean isHeldHere(Bond other, Bond bond, Party holder) {
        return other.type == bond.type
                && other.record != null
                && other.portalEnd == null
                && other.holder == holder
                && pairing.of(other.record).spokenOf().contains(holder.xpmCopy());
    }

    private void shared(Bond bond, PortalCopy record, XpmCopy copy, String field) {
        if (!bond.start.equals(bond.xpmStart)) {
            add("role-dates-differ", record, copy, field);
        }
        int counted = bond.xpmShares.stream().mapToInt(Integer::intValue).sum();
        if (!bond.joint && bond.beneficial && bond.total() != counted) {
            add("shares-differ", record, copy, field);
        }
    }

    private void labels() {
        Set<String> unknown = new LinkedHashSet<>();
        stage.cast.parties().stream()
                .flatMap(party -> party.xpm.stream())
                .filter(copy -> copy.isLive() && copy.labelKind == null)
                .forEach(copy -> unknown.add(copy.label));
        unknown.forEach(label -> add("label-unknown", null, null, "kind:" + label));
    }

    private void add(String kind, @Nullable PortalCopy record, @Nullable XpmCopy copy, @Nullable String field) {
        rows.add(
                new Planted(kind, record == null ? null : record.entityId, copy == null ? null : copy.clientId, field));
    }
}

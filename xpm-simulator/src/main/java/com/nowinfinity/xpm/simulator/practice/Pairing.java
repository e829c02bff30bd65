package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which client each record of a party can be told to be, from what XPM still shows of what both sides know. */
final class Pairing {

    private enum Evidence {
        COMPANY_NUMBER,
        BUSINESS_NUMBER,
        NAME_AND_BIRTH
    }

    /** How a record and XPM come together. */
    enum How {
        PAIR,
        TWINS,
        AMBIGUOUS,
        ARCHIVED,
        PROSPECT,
        OTHER_STRUCTURE,
        SUGGESTED,
        NOT_AT_ALL
    }

    /**
     * What can be told of one record.
     *
     * @param client the pair's, the archived one, the prospect, or the one of another structure; null when none leads
     * @param spokenOf all the clients that this may be
     */
    record Told(How how, @Nullable XpmCopy client, List<XpmCopy> spokenOf) {}

    private final Map<PortalCopy, Told> told = new HashMap<>();

    Pairing(List<Party> parties) {
        for (Party party : parties) {
            for (PortalCopy record : party.portal) {
                told.put(record, tell(party, record));
            }
        }
    }

    Told of(PortalCopy record) {
        return told.getOrDefault(record, new Told(How.NOT_AT_ALL, null, List.of()));
    }

    boolean isPair(@Nullable PortalCopy record) {
        return record != null && of(record).how() == How.PAIR;
    }

    boolean isSpokenOf(Party party, XpmCopy copy) {
        return party.portal.stream().anyMatch(record -> of(record).spokenOf().contains(copy));
    }

    private static Told tell(Party party, PortalCopy record) {
        List<XpmCopy> certain = party.xpm.stream()
                .filter(copy -> copy.standing != XpmCopy.Standing.DELETED)
                .filter(copy -> !evidence(party, record, copy).isEmpty())
                .toList();
        List<XpmCopy> live = certain.stream().filter(XpmCopy::isLive).toList();
        if (live.size() == 1) {
            return new Told(How.PAIR, live.getFirst(), certain);
        }
        if (live.size() > 1) {
            Set<Evidence> shared = evidence(party, record, live.getFirst());
            live.forEach(copy -> shared.retainAll(evidence(party, record, copy)));
            return new Told(shared.isEmpty() ? How.AMBIGUOUS : How.TWINS, null, certain);
        }
        if (!certain.isEmpty()) {
            XpmCopy gone = certain.getFirst();
            return new Told(gone.standing == XpmCopy.Standing.ARCHIVED ? How.ARCHIVED : How.PROSPECT, gone, certain);
        }
        return uncertain(party, record);
    }

    private static Told uncertain(Party party, PortalCopy record) {
        List<XpmCopy> named = new ArrayList<>(party.xpm.stream()
                .filter(XpmCopy::isLive)
                .filter(record::answersTo)
                .toList());
        for (XpmCopy copy : named) {
            if (!isCompatible(party, copy) && copy.acn.isTheNumber() && copy.abn.isTheNumber()) {
                return new Told(How.OTHER_STRUCTURE, copy, List.of(copy));
            }
        }
        named.removeIf(copy -> !isCompatible(party, copy));
        return named.isEmpty()
                ? new Told(How.NOT_AT_ALL, null, List.of())
                : new Told(How.SUGGESTED, null, List.copyOf(named));
    }

    private static boolean isCompatible(Party party, XpmCopy copy) {
        return copy.labelKind == null || copy.labelKind.isCompatibleWith(party.kind());
    }

    private static Set<Evidence> evidence(Party party, PortalCopy record, XpmCopy copy) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        if (!isCompatible(party, copy)) {
            return evidence;
        }
        if (record.acn != null && !record.acnMistyped && copy.acn.isTheNumber()) {
            evidence.add(Evidence.COMPANY_NUMBER);
        }
        if (record.abn != null && copy.abn.isTheNumber()) {
            evidence.add(Evidence.BUSINESS_NUMBER);
        }
        if (record.person != null
                && copy.person != null
                && record.person.born() != null
                && record.person.born().equals(copy.person.born())
                && record.answersTo(copy)) {
            evidence.add(Evidence.NAME_AND_BIRTH);
        }
        return evidence;
    }
}

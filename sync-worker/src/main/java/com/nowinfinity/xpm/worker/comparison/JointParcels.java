package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.events.Relationship;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Parcels of several holders. XPM has one holder for each relationship, so a practice keeps such a parcel under one of
 * them, or under a client that stands for them all (domain 4.4). Only a count that XPM tells shows that it may be there.
 */
final class JointParcels {

    private final Map<String, List<Relationship>> ours;
    private final Map<String, List<ClientRelationship>> theirs;
    private final Predicate<String> shown;
    private final Peers peers;
    private final LocalDate today;

    /**
     * @param ours shareholdings by the client of their holder, as {@code theirs}
     * @param shown whether XPM shows, or once showed, a holder's own: then nobody else's stands for it, which may be a
     *     sale
     */
    JointParcels(
            Map<String, List<Relationship>> ours,
            Map<String, List<ClientRelationship>> theirs,
            Predicate<String> shown,
            Peers peers,
            LocalDate today) {
        this.ours = ours;
        this.theirs = theirs;
        this.shown = shown;
        this.peers = peers;
        this.today = today;
    }

    /** Whether a holder of joint parcels alone, of whom XPM shows no holding, need not be missing there. */
    boolean standElsewhere(List<Relationship> held, String clientId) {
        return !shown.test(clientId)
                && held.stream()
                        .filter(this::isCurrent)
                        .allMatch(parcel -> parcel.getJoint()
                                && (fellows(parcel, clientId).anyMatch(this::hasAll)
                                        || theirs.keySet().stream().anyMatch(other -> isHeldBy(parcel, other))));
    }

    /** Whether a client that is none of our entities may stand for the holders of one of our parcels. */
    boolean mayBeOf(String clientId) {
        return ours.entrySet().stream()
                .filter(holder -> !shown.test(holder.getKey()))
                .flatMap(holder -> holder.getValue().stream())
                .filter(this::isJoint)
                .anyMatch(parcel ->
                        isHeldBy(parcel, clientId) && fellows(parcel, clientId).noneMatch(this::hasAll));
    }

    /** The clients of those who hold a joint parcel, but for one of them. */
    private Stream<String> fellows(Relationship parcel, String clientId) {
        return ours.entrySet().stream()
                .filter(holder -> !holder.getKey().equals(clientId))
                .filter(holder -> holder.getValue().stream().anyMatch(other -> isJoint(other) && isSame(other, parcel)))
                .map(Map.Entry::getKey);
    }

    private static boolean isSame(Relationship one, Relationship other) {
        return Objects.equals(one.getShares(), other.getShares())
                && Objects.equals(one.getShareClass(), other.getShareClass());
    }

    /** Whether XPM tells for a holder of ours as many shares as we do, the joint ones among them. */
    private boolean hasAll(String clientId) {
        long all = ours.getOrDefault(clientId, List.of()).stream()
                .filter(this::isCurrent)
                .map(Relationship::getShares)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return all > 0 && inXpm(clientId) >= all;
    }

    private boolean isHeldBy(Relationship parcel, String clientId) {
        long shares = inXpm(clientId);
        return shares > 0
                && Long.valueOf(shares).equals(parcel.getShares())
                && !ours.containsKey(clientId)
                && !peers.isSpokenOf(clientId);
    }

    /** 0 where XPM tells no count. */
    private long inXpm(String clientId) {
        return theirs.getOrDefault(clientId, List.of()).stream()
                .filter(row -> Term.of(row).isCurrent(today))
                .map(ClientRelationship::numberOfShares)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean isJoint(Relationship parcel) {
        return parcel.getJoint() && parcel.getShares() != null && isCurrent(parcel);
    }

    private boolean isCurrent(Relationship parcel) {
        return Term.of(parcel).isCurrent(today);
    }
}

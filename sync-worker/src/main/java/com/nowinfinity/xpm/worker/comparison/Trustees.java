package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import com.nowinfinity.xpm.worker.normal.PersonName;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who acts, or acted, for a trust or fund. Its trustee is not the trust (domain 3.3). */
public final class Trustees {

    private static final int ACN_DIGITS = 9;

    private final List<String> entityIds;
    private final List<String> inXpm;
    private final List<String> today;
    private final Peers peers;

    Trustees(Entity entity, PracticeClient client, Peers peers, LocalDate today) {
        this.entityIds = idsOf(entity);
        this.inXpm = hasTrustees(entity) ? idsOf(client) : List.of();
        this.today = roles(entity)
                .filter(role -> Term.of(role).isCurrent(today))
                .map(Relationship::getEntityId)
                .distinct()
                .toList();
        this.peers = peers;
    }

    /** The trustees of a trust or fund, former ones too; nobody else has any. */
    public static List<String> idsOf(Entity entity) {
        return roles(entity).map(Relationship::getEntityId).distinct().toList();
    }

    private static Stream<Relationship> roles(Entity entity) {
        return hasTrustees(entity)
                ? entity.getRelationships().stream().filter(role -> role.getType() == RelationshipType.TRUSTEE)
                : Stream.empty();
    }

    private static boolean hasTrustees(Entity entity) {
        return entity.getKind() == EntityKind.TRUST || entity.getKind() == EntityKind.SUPER_FUND;
    }

    /** The clients that XPM gives as the trustees of another, former ones too. */
    private static List<String> idsOf(PracticeClient client) {
        return client.relationships().stream()
                .filter(row -> RelationshipTypes.read(row.type())
                        .filter(reading -> !reading.mirror())
                        .flatMap(reading -> RoleTypes.fromXpm(reading.type()))
                        .filter(type -> type == RelationshipType.TRUSTEE)
                        .isPresent())
                .map(ClientRelationship::related)
                .filter(Objects::nonNull)
                .map(ClientReference::id)
                .distinct()
                .toList();
    }

    /**
     * The numbers of somebody who may be a trustee, as far as they hold. A company's ABN ends with its ACN, so that a
     * company number that was mistyped here is still known when it stands somewhere else.
     */
    public static Set<String> numbersOfOne(Entity trustee) {
        String abn = Numbers.validAbn(trustee.getAbn());
        return Stream.of(
                        Numbers.validAcn(trustee.getAcn()),
                        abn,
                        abn != null && trustee.getKind() == EntityKind.COMPANY
                                ? Numbers.validAcn(abn.substring(abn.length() - ACN_DIGITS))
                                : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The same of a client. */
    public static Set<String> numbersInXpm(PracticeClient trustee) {
        return Stream.of(
                        Numbers.validAcn(trustee.registration().companyNumber()),
                        Numbers.validAbn(trustee.registration().businessNumber()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The numbers of all who act or acted for an entity. */
    public static Set<String> numbersOf(Entity entity, Peers peers) {
        return idsOf(entity).stream()
                .flatMap(trustee -> peers.numbersOf(trustee).stream())
                .collect(Collectors.toSet());
    }

    /** The same, with the numbers of those whom its client gives as trustees: but for one that the entity has itself. */
    public static Set<String> numbersOf(Entity entity, PracticeClient client, Peers peers) {
        Set<String> numbers = new HashSet<>();
        if (hasTrustees(entity)) {
            idsOf(client).forEach(trustee -> numbers.addAll(peers.numbersOfClient(trustee)));
        }
        numbers.removeAll(numbersOfOne(entity));
        numbers.addAll(numbersOf(entity, peers));
        return numbers;
    }

    /** Whether what stands in a place for a number is one of theirs, known from either side, and not also ours. */
    boolean haveNumber(String theirs, ComparedField field, @Nullable String ours) {
        return !theirs.equals(ours)
                && (field == ComparedField.ACN || field == ComparedField.ABN)
                && (entityIds.stream()
                                .anyMatch(trustee -> peers.numbersOf(trustee).contains(theirs))
                        || inXpm.stream()
                                .anyMatch(trustee ->
                                        peers.numbersOfClient(trustee).contains(theirs)));
    }

    /** Whether the name in XPM gives somebody as trustee who is none today: "X Pty Ltd ATF Y", "John Smith ATF Y". */
    boolean areContradictedBy(ComparedField field, PracticeClient client) {
        if (field != ComparedField.NAME || today.isEmpty()) {
            return false;
        }
        List<String> names = today.stream().map(peers::nameOfEntity).toList();
        // Where the portal has not told who they are, nothing speaks against anybody.
        boolean known = today.stream().noneMatch(names::contains);
        return known
                && Names.trustee(client.name())
                        .filter(named -> isAnother(named, names))
                        .isPresent();
    }

    private static boolean isAnother(String named, List<String> names) {
        return Names.soundsLikeFirm(named)
                ? names.stream().noneMatch(name -> Objects.equals(Names.firm(name), Names.firm(named)))
                : Names.soundsLikePerson(named) && names.stream().noneMatch(name -> isPerson(named, name));
    }

    /** By surname and given name, however written; a firm may go by its name without what it ends with. */
    private static boolean isPerson(String named, String name) {
        PersonName one = PersonName.read(named);
        PersonName other = PersonName.read(name);
        boolean sameSurname = Objects.equals(Names.part(one.last()), Names.part(other.last()));
        return one.isTurned(other)
                || (sameSurname && one.sameGivenName(other))
                || Objects.requireNonNullElse(Names.firm(name), "").startsWith(Names.firm(named) + " ");
    }
}

package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the difference of a role is written. A role that ended gets its end date; nothing is ever deleted. */
final class RoleWrites {

    private final Entity entity;
    private final PracticeClient client;
    private final Peers peers;
    private final LocalDate today;

    RoleWrites(Entity entity, PracticeClient client, Peers peers, LocalDate today) {
        this.entity = entity;
        this.client = client;
        this.peers = peers;
        this.today = today;
    }

    /** Empty for differences that are not of roles, or that no single write settles. */
    Optional<RoleWrite> of(FieldDifference difference) {
        return switch (difference.kind()) {
            case ROLE_MISSING_IN_XPM -> held(difference).flatMap(role -> missing(difference, role));
            case ROLE_CEASED -> ended(difference);
            case SHARES_DIFFER -> held(difference).flatMap(role -> change(difference, role, shares(role)));
            case ROLE_DATES_DIFFER ->
                held(difference)
                        .flatMap(role -> isCurrent(role)
                                ? change(difference, role, started(role.getStartDate()))
                                : corrected(difference));
            case ROLE_MISSING_IN_NOWINFINITY,
                    MISSING_IN_XPM,
                    MISSING_IN_NOWINFINITY,
                    ARCHIVED_IN_XPM,
                    DUPLICATE_IN_XPM,
                    PROSPECT_IN_XPM,
                    AMBIGUOUS_MATCH,
                    LINK_CONTRADICTED,
                    RECORDED_DIFFERENTLY,
                    FIELD_DIFFERS,
                    ASIC_CHANGE_DUE,
                    NUMBER_INVALID,
                    NUMBER_MISSING,
                    TRUSTEE_NUMBER_ON_TRUST,
                    LABEL_UNKNOWN,
                    STRUCTURE_DIFFERS,
                    STATE_DIFFERS,
                    ANOTHER_APP_CHANGES -> Optional.empty();
        };
    }

    /** Our newest relationship of the role that the difference names, one that is held before one that is over. */
    private Optional<Relationship> held(FieldDifference difference) {
        return terms(difference)
                .max(Comparator.comparing((Relationship role) -> isCurrent(role))
                        .thenComparing(role -> Objects.requireNonNullElse(role.getStartDate(), "")));
    }

    private Stream<Relationship> terms(FieldDifference difference) {
        return entity.getRelationships().stream()
                .filter(role -> (role.getType() + ":" + role.getEntityId()).equals(difference.field()));
    }

    private static Optional<RoleWrite> only(List<RoleWrite> writes) {
        return writes.size() == 1 ? Optional.of(writes.getFirst()) : Optional.empty();
    }

    /** The end of the one row that stands for a term that is over; several are a person's to sort out. */
    private Optional<RoleWrite> ended(FieldDifference difference) {
        Map<Boolean, List<Relationship>> terms = terms(difference).collect(Collectors.partitioningBy(this::isCurrent));
        List<Relationship> over = terms.getOrDefault(false, List.of());
        boolean heldAnew = !terms.getOrDefault(true, List.of()).isEmpty();
        return only(client.relationships().stream()
                .filter(theirs -> isCurrent(theirs) && over.stream().anyMatch(role -> isSameRole(theirs, role)))
                .flatMap(theirs -> ended(difference, theirs, over, heldAnew).stream())
                .toList());
    }

    /**
     * By its start it is the very term, of several the last one; else the newest, unless the holder was appointed anew,
     * here or there. No end lies before the day a row began.
     */
    private Optional<RoleWrite> ended(
            FieldDifference difference, ClientRelationship theirs, List<Relationship> over, boolean heldAnew) {
        LocalDate start = theirs.startDate();
        Optional<Relationship> same = over.stream()
                .filter(role -> Objects.equals(start, date(role.getStartDate())))
                .max(Comparator.comparing(role -> Objects.requireNonNullElse(role.getEndDate(), "")));
        String rowId = theirs.id();
        if (rowId == null) {
            return Optional.empty();
        }
        return same.or(() -> heldAnew ? Optional.empty() : newest(over))
                .map(role -> date(role.getEndDate()))
                .filter(end -> start == null || start.isBefore(end) || (same.isPresent() && start.equals(end)))
                .map(end -> new RoleWrite.Change(
                        Objects.requireNonNull(difference.field()), rowId, RelationshipChange.endingOn(end)));
    }

    private static Optional<Relationship> newest(List<Relationship> terms) {
        return terms.stream().max(Comparator.comparing(role -> Objects.requireNonNullElse(role.getStartDate(), "")));
    }

    private Optional<RoleWrite> add(FieldDifference difference, Relationship role) {
        Optional<String> related = peers.clientOf(role.getEntityId());
        Optional<RelationshipType> type = RoleTypes.inXpm(role.getType());
        if (related.isEmpty() || type.isEmpty() || (type.get().takesShares() && isBeyondXpm(role))) {
            return Optional.empty();
        }
        Double percentage = role.getPercentage();
        return Optional.of(new RoleWrite.Add(
                Objects.requireNonNull(difference.field()),
                new RelationshipDraft(
                        client.id(),
                        related.get(),
                        type.get(),
                        type.get().takesShares() ? total(role) : null,
                        type.get().takesPercentage() && percentage != null ? BigDecimal.valueOf(percentage) : null,
                        date(role.getStartDate()),
                        date(role.getEndDate()))));
    }

    private Optional<RoleWrite> change(
            FieldDifference difference, Relationship role, @Nullable RelationshipChange change) {
        List<ClientRelationship> standing = client.relationships().stream()
                .filter(theirs -> isSameRole(theirs, role) && isCurrent(theirs))
                .toList();
        // Several current rows for one role: which of them is meant, a person says.
        if (change == null || standing.size() != 1 || standing.getFirst().id() == null) {
            return Optional.empty();
        }
        return Optional.of(new RoleWrite.Change(
                Objects.requireNonNull(difference.field()), standing.getFirst().id(), change));
    }

    /**
     * An appointment whose end was taken back, as by a rejected lodgement, is the very same relationship, which goes on.
     * By its start it is known again; without one only where the two once agreed on the role, else it is a new one.
     */
    private Optional<RoleWrite> missing(FieldDifference difference, Relationship role) {
        List<ClientRelationship> ended = over(role).stream()
                .filter(theirs -> difference.base() != null || isSameStart(theirs, role))
                .toList();
        return switch (ended.size()) {
            case 0 -> add(difference, role);
            case 1 -> change(difference, ended.getFirst(), RelationshipChange.reopening());
            default -> Optional.empty();
        };
    }

    /** An end that was another day than first told. */
    private Optional<RoleWrite> corrected(FieldDifference difference) {
        return only(terms(difference)
                .filter(term -> client.relationships().stream().noneMatch(row -> isSpokenFor(row, term)))
                .flatMap(term -> corrected(difference, term).stream())
                .toList());
    }

    private Optional<RoleWrite> corrected(FieldDifference difference, Relationship term) {
        RelationshipChange end = ended(term);
        List<ClientRelationship> rows = over(term);
        return end == null || rows.size() != 1 ? Optional.empty() : change(difference, rows.getFirst(), end);
    }

    private static Optional<RoleWrite> change(
            FieldDifference difference, ClientRelationship theirs, RelationshipChange change) {
        return Optional.ofNullable(theirs.id())
                .map(id -> new RoleWrite.Change(Objects.requireNonNull(difference.field()), id, change));
    }

    /**
     * The rows that are over and may be this term: those that began on its day; where none did, those of which one side
     * knows no first day, and that no other term of ours stands for. Several are a person's to sort out.
     */
    private List<ClientRelationship> over(Relationship role) {
        List<ClientRelationship> rows = client.relationships().stream()
                .filter(theirs -> isSameRole(theirs, role) && !isCurrent(theirs))
                .toList();
        List<ClientRelationship> same =
                rows.stream().filter(theirs -> isSameStart(theirs, role)).toList();
        return same.isEmpty()
                ? rows.stream()
                        .filter(theirs -> mayBe(theirs, role)
                                && entity.getRelationships().stream().noneMatch(other -> isSpokenFor(theirs, other)))
                        .toList()
                : same;
    }

    private static boolean isSameStart(ClientRelationship theirs, Relationship ours) {
        return theirs.startDate() != null && theirs.startDate().equals(date(ours.getStartDate()));
    }

    /** What ended by the day on which ours began is another term. */
    private static boolean mayBe(ClientRelationship theirs, Relationship ours) {
        LocalDate start = date(ours.getStartDate());
        LocalDate end = theirs.endDate();
        return start == null || (theirs.startDate() == null && end != null && end.isAfter(start));
    }

    /** Whether a term of ours ended with that row, on the very day. */
    private boolean isSpokenFor(ClientRelationship theirs, Relationship term) {
        boolean mayBeOne = term.getStartDate() == null || theirs.startDate() == null || isSameStart(theirs, term);
        return isSameRole(theirs, term) && mayBeOne && Objects.equals(theirs.endDate(), date(term.getEndDate()));
    }

    private boolean isSameRole(ClientRelationship theirs, Relationship ours) {
        return theirs.related() != null
                && peers.clientOf(ours.getEntityId())
                        .filter(theirs.related().id()::equals)
                        .isPresent()
                && RelationshipTypes.read(theirs.type())
                        .filter(reading -> !reading.mirror())
                        .map(RelationshipTypes.Reading::type)
                        .equals(RoleTypes.inXpm(ours.getType()));
    }

    private boolean isCurrent(ClientRelationship theirs) {
        return theirs.endDate() == null || theirs.endDate().isAfter(today);
    }

    private boolean isCurrent(Relationship ours) {
        LocalDate end = date(ours.getEndDate());
        return end == null || end.isAfter(today);
    }

    private static @Nullable RelationshipChange ended(Relationship role) {
        LocalDate end = date(role.getEndDate());
        return end == null ? null : RelationshipChange.endingOn(end);
    }

    private @Nullable RelationshipChange shares(Relationship role) {
        Integer total = total(role);
        return total == null ? null : new RelationshipChange(total, null, null, null);
    }

    private static @Nullable RelationshipChange started(@Nullable String start) {
        return start == null ? null : new RelationshipChange(null, null, date(start), null);
    }

    /** The holder's total over all current parcels; none for joint parcels or beyond what XPM can hold. */
    private @Nullable Integer total(Relationship role) {
        List<Relationship> parcels = parcels(role);
        if (parcels.stream().anyMatch(parcel -> parcel.getShares() == null || parcel.getJoint())) {
            return null;
        }
        BigInteger total = sum(parcels);
        return total.bitLength() < Integer.SIZE ? (Integer) total.intValue() : null;
    }

    /** A count that XPM's 32 bits cannot hold: then nothing is written, rather than a role without its shares. */
    private boolean isBeyondXpm(Relationship role) {
        return sum(parcels(role)).bitLength() >= Integer.SIZE;
    }

    private static BigInteger sum(List<Relationship> parcels) {
        return parcels.stream()
                .map(Relationship::getShares)
                .filter(Objects::nonNull)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<Relationship> parcels(Relationship role) {
        return entity.getRelationships().stream()
                .filter(other -> other.getType() == role.getType()
                        && other.getEntityId().equals(role.getEntityId())
                        && isCurrent(other))
                .toList();
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}

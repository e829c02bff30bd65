package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.STATE_DIFFERS;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.STRUCTURE_DIFFERS;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.InWords;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.events.TaxNumberMarks;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a pair. Pure: the same arguments give the same differences, in the same order. */
public final class EntityComparator {

    /** The path of a state, which is no field of XPM's. */
    private static final String STATUS = "status";

    /** The path of the last digits of a tax file number: that they agree is known; that they differ is no row. */
    public static final String TFN_TAIL = "tfnTail";

    private EntityComparator() {}

    /**
     * @param today decides which roles are over
     */
    public static Comparison compare(
            Entity entity, PracticeClient client, Base base, LabelSet labels, Peers peers, LocalDate today) {
        if (isOver(entity, client) && !client.archived()) {
            // One row for the state; what a dead register says of addresses and offices is noise.
            return new Comparison(state(entity, client).stream().toList(), Map.of(), null);
        }
        List<FieldDifference> differences = new ArrayList<>();
        structure(entity, client, labels).ifPresent(differences::add);
        Map<String, String> agreed = new HashMap<>();
        Map<String, String> shown = new HashMap<>();
        FieldComparison fields = new FieldComparison(entity, client, base, peers, today);
        for (ComparedField field : ComparedField.values()) {
            // A trust has no ACN, but its client may carry its trustee's.
            if (field.appliesTo(entity.getKind()) || field == ComparedField.ACN) {
                fields.compare(field, differences, agreed, shown);
            }
        }
        new RoleComparison(entity, client, base, peers, today).into(differences, agreed);
        String tail = entity.getTfnTail();
        if (tail != null
                && TaxNumberMarks.isTail(tail)
                && tail.equals(client.registration().taxNumberTail())) {
            agreed.put(TFN_TAIL, tail);
        }
        return new Comparison(List.copyOf(differences), agreed, shown);
    }

    /** Nothing where both sides say of somebody that he has died. */
    private static Optional<FieldDifference> state(Entity entity, PracticeClient client) {
        EntityStatus ours = entity.getStatus();
        EntityStatus theirs = stateOf(client);
        return ours == theirs
                ? Optional.empty()
                : Optional.of(FieldDifference.ofWhole(
                        STATE_DIFFERS,
                        ours.name(),
                        theirs.name(),
                        severityOfState(ours).orElse(STATE_DIFFERS.severity())));
    }

    /** XPM knows no state but that of a person who has a date of death. */
    private static EntityStatus stateOf(PracticeClient client) {
        return client.person().dateOfDeath() == null ? EntityStatus.ACTIVE : EntityStatus.DECEASED;
    }

    /** Whether either side says that nothing goes on with it; where we hold no state, XPM's is none to compare. */
    private static boolean isOver(Entity entity, PracticeClient client) {
        boolean died = ComparedField.isPerson(entity.getKind())
                && entity.getStatus() != EntityStatus.UNKNOWN
                && stateOf(client) == EntityStatus.DECEASED;
        return died || severityOfState(entity.getStatus()).isPresent();
    }

    /**
     * The record that leads says one thing, this one of the same client another. Where they differ in who is still
     * there, that is the one row.
     */
    public static List<FieldDifference> recordedDifferently(Entity entity, Entity leader, PracticeClient client) {
        EntityStatus ours = entity.getStatus();
        EntityStatus leading = leader.getStatus();
        if (ours != leading && ours != EntityStatus.UNKNOWN && leading != EntityStatus.UNKNOWN) {
            return List.of(FieldDifference.ofField(
                    DifferenceKind.RECORDED_DIFFERENTLY,
                    STATUS,
                    "%s; %s has %s"
                            .formatted(InWords.of(ours.name()), leader.getEntityId(), InWords.of(leading.name())),
                    InWords.of(stateOf(client).name())));
        }
        List<FieldDifference> differences = new ArrayList<>();
        for (ComparedField field : ComparedField.values()) {
            if (field.appliesTo(entity.getKind())
                    && field.appliesTo(leader.getKind())
                    && !Sameness.of(field, entity, leader)) {
                differences.add(FieldDifference.ofField(
                        DifferenceKind.RECORDED_DIFFERENTLY,
                        field.path(),
                        "%s; %s has %s"
                                .formatted(
                                        field.ours(entity).shown(),
                                        leader.getEntityId(),
                                        field.ours(leader).shown()),
                        field.theirs(client).shown()));
            }
        }
        return differences;
    }

    /**
     * What a record that does not lead holds and none before it does, against XPM (domain 4.1). It stands beside this
     * record: what is written is the leader's, who holds nothing there.
     *
     * @param before the records of the same client that come first, the one that leads among them
     */
    public static List<FieldDifference> heldAlone(
            Entity entity, List<Entity> before, PracticeClient client, Peers peers, LocalDate today) {
        boolean live = Stream.concat(before.stream(), Stream.of(entity)).noneMatch(record -> isOver(record, client));
        List<FieldDifference> differences = new ArrayList<>();
        FieldComparison fields = new FieldComparison(entity, client, Base.NONE, peers, today);
        for (ComparedField field : ComparedField.values()) {
            if (live
                    && field.appliesTo(entity.getKind())
                    && before.stream()
                            .allMatch(record -> field.appliesTo(record.getKind()) && isBlank(field, record))) {
                fields.compare(field, differences, new HashMap<>(), new HashMap<>());
            }
        }
        return differences;
    }

    /** Where a shop stands in XPM there is no room for a home. */
    private static boolean isBlank(ComparedField field, Entity record) {
        boolean standsElsewhere = field == ComparedField.RESIDENTIAL
                && ComparedField.PRINCIPAL_PLACE.appliesTo(record.getKind())
                && ComparedField.PRINCIPAL_PLACE.ours(record).form() != null;
        return field.ours(record).form() == null && !standsElsewhere;
    }

    /** What the label of a client says against the kind of the entity; an unknown label says nothing. */
    public static Optional<FieldDifference> structure(Entity entity, PracticeClient client, LabelSet labels) {
        String label = Text.tidy(client.registration().businessStructure());
        if (label == null || labels.kindsOf(label).isEmpty() || labels.fits(entity, label)) {
            return Optional.empty();
        }
        return Optional.of(FieldDifference.ofWhole(
                STRUCTURE_DIFFERS,
                labels.toWrite(entity).orElse(entity.getKind().name()),
                label));
    }

    private static Optional<Severity> severityOfState(EntityStatus status) {
        return switch (status) {
            case DEREGISTERED, DECEASED, CEASED -> Optional.of(STATE_DIFFERS.severity());
            case STRIKE_OFF -> Optional.of(Severity.MEDIUM);
            case UNKNOWN, ACTIVE -> Optional.empty();
        };
    }
}

package com.nowinfinity.xpm.worker.labels;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.TrustKind;
import com.nowinfinity.xpm.worker.normal.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a business: structures ({@code COMPANY}, {@code TRUST.UNIT}, …) with the names that stand for them in
 * XPM. Every label is recognised without regard to case; the first is written, as typed.
 */
public final class LabelSet {

    private final Map<String, List<String>> labels;

    private LabelSet(Map<String, List<String>> labels) {
        this.labels = labels;
    }

    public static LabelSet of(List<StructureLabels> structures) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (StructureLabels structure : structures) {
            List<String> names = Arrays.stream(structure.getLabels().split(","))
                    .map(Text::tidy)
                    .filter(Objects::nonNull)
                    .toList();
            labels.put(structure.getStructure(), names);
        }
        return new LabelSet(labels);
    }

    /** Whether the practice keeps entities of this structure in XPM at all: its list of labels is not empty. */
    public boolean handles(Entity entity) {
        return !of(entity).isEmpty();
    }

    /** The label that a new client gets. */
    public Optional<String> toWrite(Entity entity) {
        return of(entity).stream().findFirst();
    }

    /** Whether an XPM label stands for the structure of this entity. */
    public boolean fits(Entity entity, String label) {
        return holds(of(entity), label)
                || (kindsOf(label).contains(entity.getKind()) && !isOfAnotherSort(entity, label));
    }

    /** Where a sort of trust has labels of its own, another sort's is not one of them; what all trusts are called is. */
    private boolean isOfAnotherSort(Entity entity, String label) {
        List<String> ofAll = labels.getOrDefault(entity.getKind().name(), List.of());
        List<String> own = ofSort(entity);
        return own != null && !own.isEmpty() && !holds(ofAll, label);
    }

    /** The kinds that an XPM label may stand for; empty for an unknown label. */
    public Set<EntityKind> kindsOf(@Nullable String label) {
        return label == null
                ? Set.of()
                : labels.entrySet().stream()
                        .filter(structure -> holds(structure.getValue(), label))
                        .map(structure -> kindOf(structure.getKey()))
                        .filter(kind -> kind != EntityKind.UNKNOWN)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> of(Entity entity) {
        List<String> own = ofSort(entity);
        return own != null ? own : labels.getOrDefault(entity.getKind().name(), List.of());
    }

    private @Nullable List<String> ofSort(Entity entity) {
        TrustKind sort = entity.getTrustKind();
        return sort == null ? null : labels.get(entity.getKind().name() + "." + sort.name());
    }

    private static EntityKind kindOf(String structure) {
        int dot = structure.indexOf('.');
        String kind = dot < 0 ? structure : structure.substring(0, dot);
        return Arrays.stream(EntityKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElse(EntityKind.UNKNOWN);
    }

    private static boolean holds(List<String> names, String label) {
        String tidy = Text.tidy(label);
        return tidy != null && names.stream().anyMatch(tidy::equalsIgnoreCase);
    }
}

package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Capitals;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be written of a comparison.
 *
 * @param fields paths of the patch
 * @param left paths that differ and are left alone
 */
public record Writes(ClientPatch patch, Set<String> fields, List<RoleWrite> roles, Set<String> left) {

    /** The path of an entity's structure, which XPM keeps as a label. */
    public static final String KIND = "kind";

    public static Writes of(
            Comparison comparison,
            Permission permission,
            Entity entity,
            PracticeClient client,
            Peers peers,
            LocalDate today) {
        List<FieldDifference> allowed =
                comparison.differences().stream().filter(permission::allows).toList();
        ClientPatch patch = ClientPatch.NONE;
        Set<String> fields = new LinkedHashSet<>();
        for (FieldDifference difference : allowed) {
            Optional<ComparedField> field = Optional.ofNullable(difference.field())
                    .flatMap(ComparedField::at)
                    .filter(each -> each.isWritable(entity));
            if (field.isPresent()) {
                patch = field.get().replace(patch, entity, client);
                fields.add(field.get().path());
            }
        }
        RoleWrites roles = new RoleWrites(entity, client, peers, today);
        List<RoleWrite> roleWrites =
                allowed.stream().map(roles::of).flatMap(Optional::stream).toList();
        Set<String> left = comparison.differences().stream()
                .map(FieldDifference::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        left.removeAll(fields);
        roleWrites.forEach(write -> left.remove(write.field()));
        return new Writes(patch, fields, roleWrites, left);
    }

    /** A client that does not exist yet, with all that we hold. */
    public static ClientPatch ofNew(Entity entity, LabelSet labels) {
        ClientPatch patch = ClientPatch.NONE
                .set(ClientElement.NAME, name(entity))
                .set(ClientElement.BUSINESS_STRUCTURE, labels.toWrite(entity).orElse(null));
        for (ComparedField field : ComparedField.values()) {
            if (field.appliesTo(entity.getKind())) {
                patch = field.write(patch, entity);
            }
        }
        return ComparedField.isPerson(entity.getKind())
                ? patch.set(ClientElement.OTHER_NAME, Capitals.person(entity.getPersonOtherName()))
                : patch;
    }

    /**
     * With the label of our structure where XPM has none, which a person's push may fill. One that stands is never
     * replaced: tax forms and the relationships that XPM allows hang on it (domain 4.6).
     */
    public Writes labelling(Entity entity, PracticeClient client, LabelSet labels) {
        String label = labels.toWrite(entity).orElse(null);
        if (label == null || client.registration().businessStructure() != null) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(fields);
        more.add(KIND);
        return new Writes(patch.set(ClientElement.BUSINESS_STRUCTURE, label), more, roles, left);
    }

    /** The base with a note of what is written, and of what XPM showed until then. */
    public Base noted(Base base, PracticeClient shown) {
        Base noted = base;
        for (String path : fields) {
            Optional<ComparedField> field = ComparedField.at(path);
            if (field.isPresent()) {
                noted = noted.writing(path, field.get().theirs(shown).form());
            }
        }
        return noted;
    }

    /** The base with a note of what the patch is about to send, seen what XPM shows until then. */
    public Base sending(Base base, Entity entity, PracticeClient shown) {
        Base noted = base;
        for (String path : fields) {
            Optional<ComparedField> field = ComparedField.at(path);
            String form = field.map(each -> each.ours(entity).form()).orElse(null);
            if (form != null) {
                noted = noted.sending(
                        path, form, field.map(each -> each.theirs(shown).form()).orElse(null));
            }
        }
        return noted;
    }

    private static @Nullable String name(Entity entity) {
        return ComparedField.isPerson(entity.getKind())
                ? Capitals.person(entity.getName())
                : Capitals.line(entity.getName());
    }

    public boolean isEmpty() {
        return patch.isEmpty() && roles.isEmpty();
    }
}

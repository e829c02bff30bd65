package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two states of one entity say differently, by the paths of its differences: of fields, and of roles as {@code DIRECTOR:p-1}. */
public final class ChangedPaths {

    private ChangedPaths() {}

    public static Set<String> between(Entity before, Entity after) {
        Set<String> changed = Arrays.stream(ComparedField.values())
                .filter(field -> !Objects.equals(form(field, before), form(field, after)))
                .map(ComparedField::path)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, List<Relationship>> rolesBefore = roles(before);
        Map<String, List<Relationship>> rolesAfter = roles(after);
        Set<String> roles = new HashSet<>(rolesBefore.keySet());
        roles.addAll(rolesAfter.keySet());
        roles.removeIf(role -> Objects.equals(rolesBefore.get(role), rolesAfter.get(role)));
        changed.addAll(roles);
        return changed;
    }

    private static @Nullable String form(ComparedField field, Entity state) {
        return field.ours(state).form();
    }

    private static Map<String, List<Relationship>> roles(Entity state) {
        return state.getRelationships().stream()
                .collect(Collectors.groupingBy(role -> role.getType() + ":" + role.getEntityId()));
    }
}

package com.nowinfinity.xpm.worker.comparison;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What comparing a pair gives.
 *
 * @param differences what differs
 * @param agreed the normal forms of the fields that are equal and not blank, by path
 * @param shown XPM's forms of the fields that were looked at, by path, an empty one for blank; null when only the state
 *     of the record was
 */
public record Comparison(
        List<FieldDifference> differences,
        Map<String, String> agreed,
        @Nullable Map<String, String> shown) {

    /** That a role of ours stands otherwise in XPM, or not at all. */
    private static final Set<DifferenceKind> OF_OUR_ROLES = EnumSet.of(
            DifferenceKind.ROLE_MISSING_IN_XPM,
            DifferenceKind.ROLE_CEASED,
            DifferenceKind.ROLE_DATES_DIFFER,
            DifferenceKind.SHARES_DIFFER);

    /** Whether XPM has every role that we have, as we have it; it may have more. */
    public boolean hasOurRoles() {
        return shown != null && differences.stream().map(FieldDifference::kind).noneMatch(OF_OUR_ROLES::contains);
    }

    /** What both sides agree on by now is what they agreed on when XPM was seen to have our roles. */
    private boolean keepsRoles(Base before) {
        return hasOurRoles() && roles(agreed).equals(roles(before.agreed()));
    }

    private static Map<String, String> roles(Map<String, String> agreed) {
        Map<String, String> roles = new HashMap<>(agreed);
        roles.keySet().removeIf(path -> ComparedField.at(path).isPresent() || path.equals(EntityComparator.TFN_TAIL));
        return roles;
    }

    /** As {@link #rebase(Base, Instant, Set)}, where nothing waits. */
    public Base rebase(Base before, Instant at) {
        return rebase(before, at, Set.of());
    }

    /**
     * The base from now on: what is equal is agreed anew, what differs keeps what it was and is locked.
     *
     * @param waiting roles that wait to be compared, because nobody knows just now whether their holders' links stand: of
     *     them everything stays as it was
     */
    public Base rebase(Base before, Instant at, Set<String> waiting) {
        if (shown == null) {
            // No field was looked at: that something did not differ now is not known.
            return before;
        }
        Set<String> locked = differences.stream()
                .map(FieldDifference::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> kept = new HashSet<>(waiting);
        // XPM keeps the number that it has, however ours is corrected.
        kept.add(EntityComparator.TFN_TAIL);
        kept.removeAll(agreed.keySet());
        Set<String> open = new HashSet<>(locked);
        before.locked().stream().filter(kept::contains).forEach(open::add);
        kept.addAll(locked);
        Map<String, String> base = new HashMap<>(agreed);
        before.agreed().forEach((field, value) -> {
            if (kept.contains(field)) {
                base.put(field, value);
            }
        });
        Map<String, Tug> tugs = new HashMap<>(before.tugs());
        tugs.replaceAll((field, tug) -> {
            String theirs = shown.get(field);
            return theirs == null ? tug : tug.seeing(theirs.isEmpty() ? null : theirs);
        });
        Map<String, Instant> since = new HashMap<>();
        for (String field : open) {
            Instant earlier = before.differsSince(field);
            if (earlier != null) {
                since.put(field, earlier);
            }
        }
        Map<String, String> sent = new HashMap<>(before.sent());
        sent.keySet().removeAll(agreed.keySet());
        // A role that does not differ may be agreed on without a form: neither side has it any more.
        sent.keySet().removeIf(path -> ComparedField.at(path).isEmpty() && !kept.contains(path));
        return new Base(base, open, at, since, tugs, sent, keepsRoles(before) ? before.roles() : null);
    }
}

package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.ChangedBy;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last state both sides agreed on, per field, in normal form.
 *
 * @param agreed values by path; a field that was blank on both sides is absent
 * @param locked paths that differed at the last comparison: an open discrepancy
 * @param comparedAt when the two were last compared; null when never
 * @param since by path: of what differs, when the two were compared last before it did; absent where they never were
 * @param tugs by path: values of ours that we wrote, and how often something put the old one back
 * @param sent by path: the normal form of ours that was sent last, until both sides were seen to agree; whether XPM has
 *     it is not known, because its answer may have been lost
 * @param roles the form of our roles when XPM was last seen to have them all; null while it may not
 */
public record Base(
        Map<String, String> agreed,
        Set<String> locked,
        @Nullable Instant comparedAt,
        Map<String, Instant> since,
        Map<String, Tug> tugs,
        Map<String, String> sent,
        @Nullable String roles) {

    public static final Base NONE = new Base(Map.of(), Set.of(), null);

    public Base {
        agreed = Map.copyOf(agreed);
        locked = Set.copyOf(locked);
        since = Map.copyOf(since);
        tugs = Map.copyOf(tugs);
        sent = Map.copyOf(sent);
    }

    public Base(Map<String, String> agreed, Set<String> locked, @Nullable Instant comparedAt) {
        this(agreed, locked, comparedAt, Map.of(), Map.of(), Map.of(), null);
    }

    public @Nullable String of(String field) {
        return agreed.get(field);
    }

    /** The value that counts as agreed, seen what XPM shows: what we sent does once it stands there. */
    public @Nullable String of(String field, @Nullable String theirs) {
        return theirs != null && theirs.equals(sent.get(field)) ? theirs : agreed.get(field);
    }

    /** What of ours was sent last and has not been seen agreed; null when there is nothing. */
    @Nullable
    String sent(String field) {
        return sent.get(field);
    }

    /** Which side moved since the base; unknown where the two never agreed. */
    public ChangedBy changedBy(String field, @Nullable String ours, @Nullable String theirs) {
        String base = of(field, theirs);
        boolean known = comparedAt != null ? base != null || isCompared(field) : sent.containsKey(field);
        if (!known) {
            return ChangedBy.UNKNOWN;
        }
        boolean weMoved = !Objects.equals(base, ours);
        boolean theyMoved = !Objects.equals(base, theirs);
        if (weMoved && theyMoved) {
            return ChangedBy.BOTH;
        }
        return weMoved ? ChangedBy.NOWINFINITY : ChangedBy.XPM;
    }

    /** What both agreed on last, in the words of the side that still has it; in normal form where neither has. */
    @Nullable
    String words(String field, ChangedBy changedBy, @Nullable String ours, @Nullable String theirs) {
        String words = switch (changedBy) {
            case NOWINFINITY -> theirs;
            case XPM -> ours;
            case BOTH, UNKNOWN -> null;
        };
        String form = of(field);
        return form == null || words == null ? form : words;
    }

    /**
     * Notes that our value of a field is being written.
     *
     * @param before XPM's form until now; null when blank
     */
    public Base writing(String field, @Nullable String before) {
        Map<String, Tug> noted = new HashMap<>(tugs);
        noted.merge(field, Tug.first(before), (known, first) -> known.again(before));
        return new Base(agreed, locked, comparedAt, since, noted, sent, roles);
    }

    /**
     * Notes, before the call, which value of ours goes out: if its answer is lost, it is known again as ours. What was
     * sent before and has been seen in XPM since was agreed.
     *
     * @param theirs XPM's form until now; null when blank
     */
    public Base sending(String field, String form, @Nullable String theirs) {
        Map<String, String> seen = new HashMap<>(agreed);
        if (theirs != null && theirs.equals(sent.get(field))) {
            seen.put(field, theirs);
        }
        Map<String, String> more = new HashMap<>(sent);
        more.put(field, form);
        return new Base(seen, locked, comparedAt, since, tugs, more, roles);
    }

    /** @param form null from before one of them is written until XPM is seen to have them all */
    public Base withRoles(@Nullable String form) {
        return new Base(agreed, locked, comparedAt, since, tugs, sent, form);
    }

    /** With one more form that both sides agree on. */
    public Base agreeing(String field, String form) {
        Map<String, String> more = new HashMap<>(agreed);
        more.put(field, form);
        return new Base(more, locked, comparedAt, since, tugs, sent, roles);
    }

    /** Without anything of some paths, as if they had not been compared. */
    public Base without(Set<String> paths) {
        Map<String, String> others = new HashMap<>(agreed);
        others.keySet().removeAll(paths);
        Set<String> open = new HashSet<>(locked);
        open.removeAll(paths);
        Map<String, Instant> earlier = new HashMap<>(since);
        earlier.keySet().removeAll(paths);
        Map<String, String> unseen = new HashMap<>(sent);
        unseen.keySet().removeAll(paths);
        return new Base(others, open, comparedAt, earlier, tugs, unseen, roles);
    }

    /** Whether a value of ours was written and changed back twice, seen what XPM shows now. */
    boolean isFoughtOver(String field, @Nullable String theirs) {
        Tug tug = tugs.get(field);
        return tug != null && tug.seeing(theirs).isLost();
    }

    /**
     * The earlier of the two snapshots between which a field came to differ; null when it has differed for as long as
     * the two are compared.
     */
    public @Nullable Instant differsSince(@Nullable String field) {
        if (field == null || (!since.containsKey(field) && isCompared(field))) {
            return comparedAt;
        }
        return since.get(field);
    }

    /**
     * Whether the two were compared before a field came to differ. What was blank or absent on both sides then has no
     * agreed value; that it did not differ is known all the same.
     */
    private boolean isCompared(String field) {
        return agreed.containsKey(field) || since.containsKey(field) || !locked.contains(field);
    }

    /** The same, seen once more at a later time. */
    public Base comparedUntil(Instant at) {
        return comparedAt == null || !at.isAfter(comparedAt)
                ? this
                : new Base(agreed, locked, at, since, tugs, sent, roles);
    }

    /** Whether another base says the same, whenever it was that the two were compared. */
    public boolean saysAs(Base other) {
        return agreed.equals(other.agreed)
                && locked.equals(other.locked)
                && since.equals(other.since)
                && tugs.equals(other.tugs)
                && sent.equals(other.sent)
                && Objects.equals(roles, other.roles);
    }
}

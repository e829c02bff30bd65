package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the groups that pushes name, each once: pushes of a business come one after the other here, and after a lost
 * answer XPM gets its time before anybody looks again. Safe for many threads.
 */
final class NewGroups {

    /** As long as a client is looked for before its create is repeated. */
    private static final int SETTLING_TIMES = 2;

    private final Business business;
    private final Turnstile oneAtATime;
    /** By name, of groups that may have been made: when they must be there. */
    private final Map<String, Instant> unclearUntil = new HashMap<>();

    private boolean read;

    NewGroups(Business business) {
        this.business = business;
        this.oneAtATime = business.threads().turnstile();
    }

    /** The id of the group of this name; made with the main client in it when there is none. */
    String group(String name, Push push, PracticeClient main, Attempt attempt) {
        return oneAtATime.locked(() -> {
            readOnce();
            Instant until = unclearUntil.getOrDefault(key(name), Instant.MIN);
            if (until.isAfter(business.now())) {
                throw new Hold.Until(
                        until,
                        Outcomes.reason("waits-for-group", "It is not known yet whether this group has been made."));
            }
            Optional<String> standing = find(name, attempt);
            if (standing.isPresent()) {
                return standing.get();
            }
            attempt.writes(Set.of("group"));
            return add(name, push, main, attempt).id();
        });
    }

    /** The id of the group of this name, if there is one. */
    Optional<String> find(String name, Attempt attempt) {
        return attempt.call(Slot.Purpose.READ, business.xpm()::listGroups).stream()
                .filter(group -> name.equalsIgnoreCase(group.name()))
                .map(ClientGroup::id)
                .findFirst();
    }

    private ClientGroup add(String name, Push push, PracticeClient main, Attempt attempt) {
        return attempt.call(
                Slot.Purpose.WRITE, call -> business.xpm().addGroup(call, name, main.id()), new Gate.Note<>() {
                    @Override
                    public void unknown() {
                        Duration wait = business.settings().settlingTime().multipliedBy(SETTLING_TIMES);
                        Instant until = business.now().plus(wait);
                        unclearUntil.put(key(name), until);
                        business.stores().pushes().groupUnclear(push, until);
                    }
                });
    }

    /** Of whoever had the business before. */
    private void readOnce() {
        if (!read) {
            business.stores()
                    .pushes()
                    .unclearGroups(
                            business.id(), (name, until) -> unclearUntil.merge(key(name), until, NewGroups::later));
            read = true;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.dispatch.DemandWork.ClientState;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.intents.SentCreate;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.ElementValues;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Creates the client of an entity that has none, once. Creates of a business come one after the other, so that two
 * entities with one natural key cannot overtake each other; what we know and what XPM finds by name is searched first.
 */
final class ClientCreation {

    private static final int MOST_ATTEMPTS = 2;
    private static final int LOOKS = 2;

    private final Business business;
    private final ClientUpdate update;
    private final Turnstile oneAtATime;
    private final UnclearCreates unclear;

    ClientCreation(Business business, ClientUpdate update) {
        this.business = business;
        this.update = update;
        this.oneAtATime = business.threads().turnstile();
        this.unclear = new UnclearCreates(business);
    }

    ClientState create(Intent intent, Attempt attempt, boolean withRoles) {
        Entity entity = intent.entity();
        LabelSet labels = business.connection().labels();
        if (entity == null) {
            return settled("entity-unknown", "The portal has not told anything of this entity.");
        }
        if (!labels.handles(entity)) {
            return settled(
                    "structure-not-handled",
                    "No label is set for this business structure; the practice does not keep it in XPM.");
        }
        return oneAtATime.locked(() -> intent.sending() instanceof Sending.CreateUnknown unknown
                ? resolve(intent, entity, labels, attempt, unknown, withRoles)
                : searchThenAdd(intent, entity, labels, attempt, 1, withRoles));
    }

    private ClientState searchThenAdd(
            Intent intent, Entity entity, LabelSet labels, Attempt attempt, int number, boolean withRoles) {
        unclear.letPass(intent, entity);
        Map<String, PracticeClient> known = new HashMap<>();
        Stream.concat(Stream.of(entity), intent.sentCreateIn(attempt.tenantId()).stream())
                .forEach(state -> business.candidates()
                        .of(state, attempt.tenantId())
                        .forEach(client -> known.put(client.id(), client)));
        for (PracticeClient client : search(intent, entity, attempt)) {
            known.put(client.id(), client);
            show(client, attempt);
        }
        BeforeCreate before = new BeforeCreate(business, attempt.tenantId(), intent, entity, known.values());
        return switch (before.match(entity)) {
            case Match.Certain certain -> {
                Intent linked =
                        link(intent, certain.client(), certain.evidence().code(), attempt);
                String clientId = linked.clientIn(attempt.tenantId()).orElseThrow();
                yield update.bringInStep(linked, clientId, attempt, withRoles);
            }
            case Match.Twins twins ->
                parked("duplicate-in-xpm", "Practice Manager shows it several times; link the right client.");
            case Match.OtherStructure other ->
                parked(
                        "structure-differs",
                        "A client of this number is something else in Practice Manager: correct its structure or the"
                                + " number, or link and unlink it where it is somebody else, then retry.");
            case Match.Suggested suggested -> namesake();
            case Match.Ambiguous ambiguous ->
                parked("ambiguous-match", "Several clients in Practice Manager may be this one; link the right one.");
            case Match.Archived archived ->
                parked("archived-in-xpm", "The client is archived; restore it in Practice Manager, then retry.");
            case Match.Prospect prospect ->
                parked("prospect-in-xpm", "It is a prospect in Practice Manager; make it a client there, then retry.");
            case Match.Contradicted contradicted ->
                parked(
                        "link-contradicted",
                        "A client of this number is in Practice Manager, contradicted by "
                                + contradicted.contradiction()
                                + ": correct what is wrong, or link and unlink it where it is somebody else, then"
                                + " retry.");
            case Match.None none -> {
                boolean sentBefore = intent.sentCreateIn(attempt.tenantId())
                        .filter(sent -> !(before.match(sent) instanceof Match.None))
                        .isPresent();
                yield sentBefore ? newcomer() : add(intent, entity, labels, attempt, number, withRoles);
            }
        };
    }

    private ClientState add(
            Intent intent, Entity entity, LabelSet labels, Attempt attempt, int number, boolean withRoles) {
        ClientPatch elements = new NewClientDefaults(business, attempt).into(Writes.ofNew(entity, labels));
        Sending.CreateUnknown unknown = new Sending.CreateUnknown(number, business.now(), 0);
        SentCreate sent = SentCreate.of(attempt.tenantId(), entity);
        // From here on it may be there, whatever becomes of us and of the entity's name.
        update(intent, before -> before.withSentCreate(sent));
        PracticeClient created;
        try {
            created = attempt.call(
                    Slot.Purpose.CREATE,
                    call -> business.xpm().addClient(call, ClientDraft.of(elements)),
                    new Gate.Note<>() {
                        @Override
                        public void leaving() {
                            holdIfLinked(intent, attempt);
                        }

                        @Override
                        public void done(PracticeClient client) {
                            linkSent(intent, entity, client, "created", attempt);
                        }

                        @Override
                        public void unknown() {
                            update(intent, before -> before.withSending(unknown.lookingAt(business.settled())));
                        }
                    });
        } catch (XpmException.OutcomeUnknown e) {
            unclear.note(intent.entityId(), entity);
            return new ClientState.Stuck(new Ending.Unclear(unknown, business.settled()));
        } catch (Hold.Until | Hold.Failing | Hold.UntilConnected | XpmException e) {
            // It is not there. Of an attempt before this one nobody knows any more than before.
            update(intent, before -> before.withSentCreate(intent.sentCreate()));
            throw e;
        }
        return goOn(created, find(intent), attempt, withRoles);
    }

    /** With a client that is ours. */
    private ClientState goOn(PracticeClient created, Intent standing, Attempt attempt, boolean withRoles) {
        if (standing.clientIn(attempt.tenantId()).filter(created.id()::equals).isEmpty()) {
            return settled(
                    "linked-meanwhile",
                    "It was linked to another client while its own was being created: the link stands, and the new"
                            + " client is to be archived in Practice Manager.");
        }
        attempt.created();
        return update.writeTo(created, standing, attempt, withRoles);
    }

    private Intent find(Intent intent) {
        return business.stores().intents().find(business.id(), intent.entityId());
    }

    /** A person, or a run, may have linked it while it stood in a queue for its slot. */
    private void holdIfLinked(Intent intent, Attempt attempt) {
        if (find(intent).clientIn(attempt.tenantId()).isPresent()) {
            throw new Hold.Until(
                    business.now(), Outcomes.reason("linked-meanwhile", "It has been linked to a client just now."));
        }
    }

    /** After a lost answer: adopt what is new and equal, create again only after two looks, park what is unclear. */
    private ClientState resolve(
            Intent intent,
            Entity entity,
            LabelSet labels,
            Attempt attempt,
            Sending.CreateUnknown unknown,
            boolean withRoles) {
        // One that an older version of ours has left behind says no more than the present state.
        Entity sent = intent.sentCreateIn(attempt.tenantId()).orElse(entity);
        List<PracticeClient> newcomers = new ArrayList<>();
        for (PracticeClient client : search(intent, entity, attempt)) {
            boolean knownBefore = business.stores()
                    .mirror()
                    .firstSeen(business.id(), attempt.tenantId(), client.id())
                    .filter(seen -> seen.isBefore(unknown.since()))
                    .isPresent();
            if (!knownBefore && !client.deleted()) {
                newcomers.add(client);
            }
        }
        if (newcomers.size() == 1 && ElementValues.showsJust(newcomers.getFirst(), Writes.ofNew(sent, labels))) {
            attempt.adopted();
            Intent linked = linkSent(intent, sent, newcomers.getFirst(), "adopted", attempt);
            return goOn(newcomers.getFirst(), linked, attempt, withRoles);
        }
        if (!newcomers.isEmpty()) {
            // Others of the same number find it by that.
            newcomers.forEach(client -> show(client, attempt));
            return newcomer();
        }
        if (unknown.looks() + 1 < LOOKS) {
            return new ClientState.Stuck(new Ending.Unclear(
                    new Sending.CreateUnknown(unknown.attempt(), unknown.since(), unknown.looks() + 1),
                    business.settled()));
        }
        return unknown.attempt() >= MOST_ATTEMPTS
                ? parked("create-unclear", "Practice Manager took the client twice without saying so, and shows none.")
                : searchThenAdd(intent, entity, labels, attempt, unknown.attempt() + 1, withRoles);
    }

    /** By the name of today, and by the one that was sent. */
    private Collection<PracticeClient> search(Intent intent, Entity entity, Attempt attempt) {
        Map<String, PracticeClient> found = new LinkedHashMap<>();
        // A subject of its own: that the one is answered says nothing of the other.
        intent.sentCreateIn(attempt.tenantId())
                .map(Entity::getName)
                .filter(sent -> !sent.equals(entity.getName()))
                .ifPresent(sent -> search(sent, intent.entityId() + "/sent", attempt, found));
        search(entity.getName(), intent.entityId(), attempt, found);
        return found.values();
    }

    private void search(String name, String subject, Attempt attempt, Map<String, PracticeClient> found) {
        attempt.call(Slot.Purpose.READ, subject, call -> business.xpm().searchClients(call, name))
                .forEach(client -> found.put(client.id(), client));
    }

    private void show(PracticeClient client, Attempt attempt) {
        business.stores().mirror().show(business.id(), attempt.tenantId(), client);
    }

    /** Unless it has been linked meanwhile. */
    private Intent link(Intent intent, PracticeClient client, String evidence, Attempt attempt) {
        Link link = new Link(attempt.tenantId(), client.id(), evidence);
        return update(
                intent,
                before -> before.clientIn(link.tenantId()).isPresent()
                        ? before
                        : before.linkedTo(link).withSending(new Sending.Clear()));
    }

    /**
     * As {@link #link}. What we have sent is agreed by definition: with the link, or what we change next would look like
     * XPM's own.
     */
    private Intent linkSent(Intent intent, Entity sent, PracticeClient client, String evidence, Attempt attempt) {
        LabelSet labels = business.connection().labels();
        Comparison comparison = EntityComparator.compare(sent, client, Base.NONE, labels, Peers.NONE, business.today());
        Base base = new Base(comparison.agreed(), Set.of(), business.now());
        Link link = new Link(attempt.tenantId(), client.id(), evidence);
        return update(
                intent,
                before -> before.clientIn(link.tenantId()).isPresent()
                        ? before.withSentCreate(null)
                        : before.linkedTo(link).withBase(base).withSending(new Sending.Clear()));
    }

    private Intent update(Intent intent, UnaryOperator<Intent> step) {
        return business.stores().intents().update(business.id(), intent.entityId(), step);
    }

    private static ClientState newcomer() {
        return parked(
                "create-unclear",
                "A client may have been created, and a new one stands in Practice Manager; link it if it is the one.");
    }

    private static ClientState namesake() {
        return parked(
                "same-name-in-xpm",
                "A client of this name is in Practice Manager, and nothing tells the two apart: link it, or record in"
                        + " both what does, as a number or a date of birth, then retry.");
    }

    private static ClientState parked(String code, String text) {
        return new ClientState.Stuck(new Ending.Parked(Outcomes.reason(code, text)));
    }

    private static ClientState settled(String code, String text) {
        return new ClientState.Stuck(new Ending.Settled(Outcome.FAILED, Outcomes.reason(code, text)));
    }
}

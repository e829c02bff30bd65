package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.StaffMember;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Mortal;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to XPM and back, on which everything can happen; {@link SimPractices} is what stands at its end. */
final class SimXpm implements XpmApi {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final Faults faults;
    private final Judge judge;
    private final SimPractices practices;
    private final Consumer<Mortal> killing;

    SimXpm(Scheduler scheduler, Faults faults, Judge judge, SimPractices practices, Consumer<Mortal> killing) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.judge = judge;
        this.practices = practices;
        this.killing = killing;
    }

    @Override
    public Answer<ClientListing> listClients(
            Call call, boolean detailed, @Nullable Instant modifiedSince, Consumer<? super PracticeClient> sink) {
        Listed listed = go(call, false, () -> {
                    Instant at = practices.now();
                    return modifiedSince == null
                            ? new Listed(practices.all(tenant(call)), at)
                            : new Listed(practices.changed(tenant(call), modifiedSince), at);
                })
                .value();
        listed.clients().forEach(client -> {
            // Whoever reads a list is not alone meanwhile.
            scheduler.step();
            sink.accept(client);
        });
        return new Answer<>(
                new ClientListing(listed.clients().size(), 0), new Allowance(null, null, null, listed.at()), 100);
    }

    @Override
    public Answer<Optional<PracticeClient>> getClient(Call call, String clientId) {
        return go(call, false, () -> practices.find(tenant(call), clientId));
    }

    @Override
    public Answer<List<PracticeClient>> searchClients(Call call, String query) {
        return go(call, false, () -> practices.search(tenant(call), query));
    }

    @Override
    public Answer<PracticeClient> addClient(Call call, ClientDraft draft) {
        return go(call, true, () -> practices.add(tenant(call), draft.elements()));
    }

    @Override
    public Answer<PracticeClient> updateClient(Call call, String clientId, ClientPatch patch) {
        return go(call, true, () -> practices.update(tenant(call), clientId, patch));
    }

    @Override
    public Answer<ClientRelationship> addRelationship(Call call, RelationshipDraft draft) {
        return go(call, true, () -> practices.relate(tenant(call), draft));
    }

    @Override
    public Answer<Optional<ClientRelationship>> updateRelationship(
            Call call, String relationshipId, RelationshipChange change) {
        return go(call, true, () -> practices.change(tenant(call), relationshipId, change));
    }

    @Override
    public Answer<List<ClientGroup>> listGroups(Call call) {
        return go(call, false, () -> practices.groups(tenant(call)));
    }

    @Override
    public Answer<Optional<GroupMembers>> getGroup(Call call, String groupId) {
        return go(call, false, () -> practices.members(tenant(call), groupId));
    }

    @Override
    public Answer<ClientGroup> addGroup(Call call, String name, String clientId) {
        return go(call, true, () -> practices.group(tenant(call), name, clientId));
    }

    @Override
    public Answer<ClientGroup> changeMembers(Call call, String groupId, List<String> added, List<String> removed) {
        return go(call, true, () -> practices.join(tenant(call), groupId, added));
    }

    @Override
    public Answer<List<ClientDocument>> listDocuments(Call call, String clientId) {
        return go(call, false, () -> practices.documents(tenant(call), clientId));
    }

    @Override
    public Answer<Optional<String>> addDocument(Call call, DocumentDraft draft) {
        return go(call, true, () -> practices.file(tenant(call), draft));
    }

    @Override
    public Answer<List<StaffMember>> listStaff(Call call) {
        return go(call, false, List::of);
    }

    private record Listed(List<PracticeClient> clients, Instant at) {}

    private static String tenant(Call call) {
        return call.credentials().tenantId();
    }

    /** What has come of a call so far. */
    private static final class Flight<T> {
        @Nullable
        T value;

        @Nullable
        XpmException problem;

        boolean over;
        boolean timedOut;
    }

    private <T> Answer<T> go(Call call, boolean write, Supplier<T> effect) {
        scheduler.step();
        if (!call.permit().stillValid()) {
            throw new XpmException.NotSent("Too late to leave", null);
        }
        Task me = scheduler.current();
        Fate fate = practices.isDown() ? Fate.UNAVAILABLE : faults.fate();
        if (fate == Fate.DIES_BEFORE) {
            killing.accept(me.process);
            throw new Scheduler.Killed();
        }
        Runnable landing = judge.depart(tenant(call));
        Flight<T> flight = new Flight<>();
        Duration there = millis(5, 150);
        Duration back = millis(40, 270);
        if (fate == Fate.LATE) {
            // Done while the caller still waits or just no longer; told in any case too late.
            there = millis(29_000, 33_000);
            back = millis(2_000, 4_000);
        }
        scheduler.after(there, () -> happen(flight, fate, me.process, effect));
        scheduler.after(there.plus(back), () -> {
            flight.over = true;
            landing.run();
            scheduler.wake(me);
        });
        scheduler.after(DEADLINE, () -> {
            flight.timedOut = !flight.over;
            if (flight.timedOut && me.process.alive && !me.process.paused) {
                landing.run();
            }
            scheduler.wake(me);
        });
        while (!flight.over && !flight.timedOut) {
            scheduler.sleep();
        }
        landing.run();
        return told(flight, fate, write, tenant(call));
    }

    private <T> void happen(Flight<T> flight, Fate fate, Mortal process, Supplier<T> effect) {
        switch (fate) {
            case ANSWERED, LOST_AFTER, LATE -> {
                try {
                    flight.value = effect.get();
                } catch (XpmException e) {
                    flight.problem = e;
                }
            }
            case DIES_AFTER -> {
                flight.value = effect.get();
                killing.accept(process);
            }
            case LOST_BEFORE, DIES_BEFORE -> {}
            case THROTTLED ->
                flight.problem = new XpmException.Throttled(faults.limit(), faults.retryAfter(), faults.refusedWith);
            case UNAVAILABLE -> flight.problem = new XpmException.Unavailable("Down", null, Allowance.UNSAID, null);
            case REJECTED -> flight.problem = new XpmException.Rejected(400, "Not like this", Allowance.UNSAID);
            case DECLINED_AS_DONE -> {
                flight.value = effect.get();
                flight.problem = new XpmException.Rejected(409, "As it is already", Allowance.UNSAID);
            }
        }
    }

    private <T> Answer<T> told(Flight<T> flight, Fate fate, boolean write, String tenantId) {
        boolean lost = flight.timedOut || fate == Fate.LOST_BEFORE || fate == Fate.LOST_AFTER;
        if (lost) {
            throw write
                    ? new XpmException.OutcomeUnknown("No answer", Allowance.UNSAID, null)
                    : new XpmException.Unavailable("No answer", null, Allowance.UNSAID, null);
        }
        if (flight.problem != null) {
            if (faults.patient
                    && flight.problem instanceof XpmException.Throttled refusal
                    && refusal.limit() != XpmException.Limit.APP_MINUTE
                    && refusal.retryAfter() != null) {
                judge.silence(tenantId, refusal.retryAfter());
            }
            throw flight.problem;
        }
        T value = flight.value;
        if (value == null) {
            throw new IllegalStateException("An answered call has a value");
        }
        return answer(value, tenantId);
    }

    private <T> Answer<T> answer(T value, String tenantId) {
        Allowance left = faults.headers ? judge.left(tenantId, scheduler.chance.nextInt(3)) : Allowance.UNSAID;
        return new Answer<>(value, left, 100);
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + scheduler.chance.nextInt(most - least));
    }
}

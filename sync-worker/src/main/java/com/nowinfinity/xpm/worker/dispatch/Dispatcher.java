package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.bus.AssignmentListener;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.worker.documents.DocumentBytes;
import com.nowinfinity.xpm.worker.intents.Pending;
import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a desk for every business that this worker owns and that has something to do. Owning follows the partitions;
 * that is scheduling. Safety is the fence in each business's {@link Gate}.
 */
public final class Dispatcher implements AssignmentListener, AutoCloseable {

    /** What work is done with. */
    public record Tools(
            Stores stores,
            XpmApi xpm,
            AccessTokens tokens,
            EventPublisher events,
            Outcomes outcomes,
            DocumentBytes documents,
            TaxFileNumbers taxFileNumbers,
            IntakeProgress intake,
            GateSettings gate,
            DispatchSettings settings,
            AppQuota app,
            Trails trails) {}

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Tools tools;
    private final Partitions partitions;
    private final Alarm alarm;
    private final Threads threads;
    private final Shared shared;
    private final Map<String, Desk> desks = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();

    public Dispatcher(Tools tools, Partitions partitions, Alarm alarm, Threads threads) {
        this.tools = tools;
        this.partitions = partitions;
        this.alarm = alarm;
        this.threads = threads;
        this.shared = Shared.of(tools, alarm, threads);
    }

    /** Takes in a batch of so many events; work that can wait gives way to many. */
    public void taking(int events, Runnable batch) {
        shared.burst().taking(events, batch);
    }

    /** Calls for work of a business that this worker owns. */
    public void call(String businessId, Work work) {
        deskOf(businessId).ifPresent(desk -> desk.call(work));
    }

    /**
     * Folds changes of an entity that are not written down, at once; false, and nothing done, for a business that this
     * worker does not own.
     */
    public boolean fold(String businessId, String entityId, List<Pending> changes) {
        Optional<Desk> desk = deskOf(businessId);
        desk.ifPresent(open -> open.fold(entityId, changes));
        return desk.isPresent();
    }

    /** Lets go on what waited for a connection. */
    public void connectionChanged(String businessId) {
        deskOf(businessId).ifPresent(Desk::connectionChanged);
    }

    /** How the work of all businesses stands that this worker owns. */
    public Standing standing() {
        List<Desk> present;
        synchronized (this) {
            present = List.copyOf(desks.values());
        }
        return present.stream().map(Desk::standing).reduce(Standing.NOTHING, Standing::and);
    }

    /** Begins anew from what is stored: something of it has changed that work remembers. */
    public void startOver(String businessId) {
        Desk left;
        synchronized (this) {
            left = desks.remove(businessId);
        }
        if (left != null) {
            left.close();
            call(businessId, new Work.ReadBack());
        }
    }

    /**
     * Ends all work for a business, waits until nothing of it goes on, as long as a call can take, and removes what is
     * stored: what is under way would be written down once more afterwards.
     */
    public void forget(String businessId, Runnable removal) {
        Desk left;
        synchronized (this) {
            left = desks.remove(businessId);
        }
        if (left != null) {
            left.close();
            awaitRest(left);
        }
        removal.run();
    }

    private void awaitRest(Desk left) {
        LongSupplier ticker = tools.gate().ticker();
        long until = ticker.getAsLong() + tools.gate().limits().slotLength().toNanos();
        while (!left.isAtRest() && ticker.getAsLong() - until < 0) {
            threads.pause(GLANCE);
        }
    }

    /** Reads back what was left undone, by us before or by another worker. */
    @Override
    public void onAssigned(Set<Integer> assigned) {
        // Who stood still may get back what another had meanwhile, without having heard that it was ever gone.
        leave(assigned);
        synchronized (this) {
            owned.addAll(assigned);
        }
        threads.start(() -> readBack(assigned));
    }

    private void readBack(Set<Integer> assigned) {
        try {
            tools.stores().businessesWithWork().stream()
                    .filter(businessId -> assigned.contains(partitions.of(businessId)))
                    .forEach(businessId -> call(businessId, new Work.ReadBack()));
        } catch (RuntimeException e) {
            LOG.warn("What is due cannot be read back yet and is tried again: {}", e.toString());
            alarm.after(tools.settings().patience(), () -> threads.start(() -> readBack(assigned)));
        }
    }

    @Override
    public void onRevoked(Set<Integer> revoked) {
        leave(revoked);
    }

    @Override
    public void close() {
        leave(IntStream.range(0, partitions.count()).boxed().collect(Collectors.toSet()));
    }

    private void leave(Set<Integer> revoked) {
        List<Desk> left = new ArrayList<>();
        synchronized (this) {
            owned.removeAll(revoked);
            desks.entrySet()
                    .removeIf(desk -> revoked.contains(partitions.of(desk.getKey())) && left.add(desk.getValue()));
        }
        left.forEach(Desk::close);
        tools.stores().connections().forget(businessId -> revoked.contains(partitions.of(businessId)));
    }

    /** None for a business that has gone to another worker: what comes late must not take it back. */
    private synchronized Optional<Desk> deskOf(String businessId) {
        return owned.contains(partitions.of(businessId))
                ? Optional.of(desks.computeIfAbsent(businessId, id -> new Desk(id, shared)))
                : Optional.empty();
    }
}

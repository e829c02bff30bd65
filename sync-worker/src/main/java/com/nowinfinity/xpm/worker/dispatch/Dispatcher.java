package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.bus.AssignmentListener;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.worker.documents.DocumentSource;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

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
            DocumentSource documents,
            IntakeProgress intake,
            GateSettings gate,
            DispatchSettings settings) {}

    private final Tools tools;
    private final Partitions partitions;
    private final Opening opening;
    private final Alarm alarm;
    private final ExecutorService threads;
    private final Map<String, Desk> desks = new HashMap<>();

    public Dispatcher(Tools tools, Partitions partitions, Alarm alarm, ExecutorService threads) {
        this.tools = tools;
        this.partitions = partitions;
        this.opening = new Opening(
                tools.stores(), tools.gate(), new Patience(tools.gate().ticker())::await);
        this.alarm = alarm;
        this.threads = threads;
    }

    /** Calls for work of a business that this worker owns. */
    public void call(String businessId, Work work) {
        deskOf(businessId).call(work);
    }

    /** Lets go on what waited for a connection. */
    public void connectionChanged(String businessId) {
        deskOf(businessId).connectionChanged();
    }

    /** Reads back what was left undone, by us before or by another worker. */
    @Override
    public void onAssigned(Set<Integer> assigned) {
        threads.execute(() -> tools.stores().businessesWithWork().stream()
                .filter(businessId -> assigned.contains(partitions.of(businessId)))
                .forEach(businessId -> call(businessId, new Work.ReadBack())));
    }

    @Override
    public synchronized void onRevoked(Set<Integer> revoked) {
        desks.entrySet().removeIf(desk -> {
            boolean gone = revoked.contains(partitions.of(desk.getKey()));
            if (gone) {
                desk.getValue().close();
            }
            return gone;
        });
    }

    @Override
    public synchronized void close() {
        desks.values().forEach(Desk::close);
        desks.clear();
    }

    private synchronized Desk deskOf(String businessId) {
        return desks.computeIfAbsent(businessId, id -> new Desk(id, tools, opening, alarm, threads));
    }
}

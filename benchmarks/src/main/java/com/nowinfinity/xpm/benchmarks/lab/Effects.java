package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reached XPM, and when: follows the simulator's history. Thread-safe. */
public final class Effects implements AutoCloseable {

    private static final long GLANCE_MILLIS = 4;
    private static final String UPDATED = "client updated ";

    /** @param version that XPM held right after the write; a quicker one may have overtaken it */
    public record Write(String clientId, Instant at, long version) {}

    private final XpmSimulator simulator;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Instant> firstCalls = new HashMap<>();
    private final Thread watching;
    private long seen;
    private volatile boolean closed;

    Effects(XpmSimulator simulator) {
        this.simulator = simulator;
        this.seen = simulator.history().size();
        this.watching = Thread.ofPlatform().name("effects").daemon().start(this::watch);
    }

    public synchronized List<Write> writes() {
        return List.copyOf(writes);
    }

    public synchronized int count() {
        return writes.size();
    }

    /** When the first call for a client arrived since {@link #forget}. */
    public synchronized Optional<Instant> firstCall(String clientId) {
        return Optional.ofNullable(firstCalls.get(clientId));
    }

    public synchronized void forget() {
        firstCalls.clear();
        writes.clear();
    }

    private void watch() {
        while (!closed) {
            simulator.historyAfter(seen).forEach(this::note);
            Pauses.of(GLANCE_MILLIS);
        }
    }

    private synchronized void note(CallRecord call) {
        seen = call.number();
        String path = call.path();
        String about = path.substring(path.lastIndexOf('/') + 1);
        String effect = call.effect();
        if (effect != null && effect.startsWith(UPDATED) && call.tenantId() != null) {
            String clientId = effect.substring(UPDATED.length()).split(" ", 2)[0];
            firstCalls.putIfAbsent(clientId, call.at());
            writes.add(new Write(clientId, call.at(), versionOf(call.tenantId(), clientId)));
        } else {
            firstCalls.putIfAbsent(about, call.at());
        }
    }

    /** A call is in the history before its effect is in the organisation: only whoever is alone there sees both. */
    private long versionOf(String tenantId, String clientId) {
        Organisation organisation = simulator.organisation(tenantId);
        Client client = organisation.exclusively(() -> organisation.client(clientId));
        String email = client == null ? null : client.get(ClientElement.EMAIL);
        return email == null ? 0 : Company.versionIn(email);
    }

    @Override
    public void close() {
        closed = true;
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

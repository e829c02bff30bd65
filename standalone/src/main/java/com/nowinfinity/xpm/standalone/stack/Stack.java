package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.AccessFile;
import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.process.Supervisor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The whole system, from the first process to the last. */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Two cores bear this many that start at the same time; more would only wait for each other. */
    private static final int AT_ONCE = 3;

    private final Options options;
    private final DataFolder folder;
    private final Installation installation;
    private final Addresses addresses;
    private final Supervisor supervisor;

    /**
     * @param installation what the build made
     * @param say told what a person should know while the system runs
     */
    public Stack(Options options, DataFolder folder, Ports ports, Installation installation, Consumer<String> say) {
        this.options = options;
        this.folder = folder;
        this.installation = installation;
        this.addresses = new Addresses(ports, options.xero());
        this.supervisor = new Supervisor(say, PATIENCE);
    }

    /** Returns when everything is healthy and {@code access.json} is written. */
    public Access start() {
        var services = installation.unpackedServices();
        var demonstration = Demonstration.keptIn(folder.demonstration());
        var children = new Children(options, addresses, folder, Credentials.keptIn(folder.credentials()));
        var practice = CompletableFuture.runAsync(() -> Practice.keptIn(folder.practice(), options));
        supervisor.start(List.of(children.helper(), children.registry(installation.registry())), AT_ONCE);
        practice.join();
        supervisor.start(children.services(services), AT_ONCE);
        supervisor.ready();
        var access = access(demonstration, children.connectors());
        AccessFile.write(folder.access(), access);
        return access;
    }

    /** Returns when the system has been ended; throws when it cannot go on. */
    public void await() {
        supervisor.await();
    }

    @Override
    public void close() {
        supervisor.close();
    }

    private Access access(Demonstration demonstration, List<URI> connectors) {
        var tokens = new DemonstrationTokens(addresses.of(Seat.PORTAL));
        return new Access(
                addresses.of(Seat.PORTAL),
                addresses.of(Seat.CONNECTOR),
                connectors,
                addresses.of(Seat.REPORT),
                addresses.of(Seat.NOTIFICATION),
                addresses.of(Seat.WORKER),
                options.xero() == null ? addresses.of(Seat.SIMULATOR) : null,
                addresses.registry(),
                addresses.kafka(),
                addresses.mongodb(),
                demonstration.businesses().stream()
                        .map(business -> new Access.Business(
                                business.businessId(),
                                business.users().stream()
                                        .map(user -> new Access.User(
                                                user.name(), user.password(), user.role(), tokens.tokenOf(user.name())))
                                        .toList()))
                        .toList());
    }
}

package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.MachineLoad;
import com.nowinfinity.xpm.benchmarks.lab.Visitor;
import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import com.nowinfinity.xpm.standalone.mainjob.judging.SimulatorView;
import com.nowinfinity.xpm.standalone.mainjob.steps.Connecting;
import com.nowinfinity.xpm.standalone.mainjob.steps.SyncRuns;
import com.nowinfinity.xpm.standalone.options.CommandLine;
import com.nowinfinity.xpm.standalone.stack.DataFolder;
import com.nowinfinity.xpm.standalone.stack.Installation;
import com.nowinfinity.xpm.standalone.stack.Ports;
import com.nowinfinity.xpm.standalone.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The portal's pages as a person gets them, one after the other, of a practice with some 2,000 entities after a run:
 * the whole system as {@code ./run} starts it, with its frugal options. The bar is absolute.
 */
final class Pages {

    /** Of as many clients, some 2,050 are entities. */
    private static final String CLIENTS = "2200";

    private static final int WARM_UP = 40;
    private static final int MEASURED = 150;
    private static final double MOST_MILLIS = 150;
    private static final Duration RUN = Duration.ofMinutes(5);

    private Pages() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Path folder = folder();
        Path registry = options.repository().resolve("standalone/target/registry");
        try (DataFolder data = DataFolder.hold(folder);
                Stack stack = new Stack(
                        CommandLine.read(List.of("--once", "--clients", CLIENTS, "--seed", "" + options.seed())),
                        data,
                        Ports.from(null),
                        new Installation(options.repository(), registry),
                        say);
                HttpClient http = HttpClient.newHttpClient()) {
            Access access = stack.start();
            Site site = Site.of(access);
            ServiceCalls calls = new ServiceCalls(http, site.token());
            Desk desk = new Desk(site, calls, new Patience(System::nanoTime));
            Map<String, String> pages = prepare(desk, http);
            say.accept("A run is done; looking at %d pages".formatted(pages.size()));
            return measure(options, access, site, pages);
        }
    }

    /** Connects and runs; names the pages that are there then. */
    private static Map<String, String> prepare(Desk desk, HttpClient http) {
        URI simulated = Objects.requireNonNull(desk.site().simulator());
        SimulatorView simulator = new SimulatorView(simulated, new ServiceCalls(http, null));
        Connecting connecting = new Connecting(desk, http);
        connecting.connect(simulator.tenantId());
        connecting.label(simulator.labels());
        String report = new SyncRuns(desk, RUN).run().path("reportId").asString();
        String company = desk.calls()
                .get(URI.create(desk.site().portal("/entities") + "?limit=1"))
                .at("/items/0/entityId")
                .asString();
        String base = "/businesses/" + desk.site().businessId();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", base);
        pages.put("settings", base + "/settings/practice-management");
        pages.put("entities", base + "/entities");
        pages.put("entitiesFound", base + "/entities?query=pty&page=2");
        pages.put("entity", base + "/entities/" + company);
        pages.put("discrepancies", base + "/discrepancies");
        pages.put("offers", base + "/offers");
        pages.put("sync", base + "/sync");
        pages.put("report", base + "/reports/" + report);
        pages.put("notifications", base + "/notifications");
        return pages;
    }

    private static Result measure(BenchOptions options, Access access, Site site, Map<String, String> pages) {
        Access.User person = access.user(site.businessId(), Access.Role.MANAGE);
        Map<String, List<Double>> waits = new LinkedHashMap<>();
        pages.keySet().forEach(page -> waits.put(page, new ArrayList<>()));
        try (Visitor visitor = new Visitor(access.portal())) {
            visitor.signIn(person.name(), person.password());
            look(visitor, pages, WARM_UP, new LinkedHashMap<>(), MachineLoad.fromNow());
            MachineLoad load = MachineLoad.fromNow();
            look(visitor, pages, options.roundsOr(MEASURED), waits, load);
            return result(waits, load);
        }
    }

    private static void look(
            Visitor visitor, Map<String, String> pages, int rounds, Map<String, List<Double>> waits, MachineLoad load) {
        for (int round = 0; round < rounds; round++) {
            pages.forEach((name, path) -> {
                long began = System.nanoTime();
                visitor.page(path);
                waits.computeIfAbsent(name, _name -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
            });
            load.look();
        }
    }

    private static Result result(Map<String, List<Double>> waits, MachineLoad load) {
        Map<String, Object> ours = new TreeMap<>(load.figures());
        boolean pass = true;
        for (Map.Entry<String, List<Double>> page : waits.entrySet()) {
            Figures figures = Figures.of(page.getValue());
            ours.put(page.getKey() + "P50Millis", figures.median());
            ours.put(page.getKey() + "P95Millis", figures.percentile(95));
            pass &= figures.percentile(95) < MOST_MILLIS;
        }
        ours.put("looksAtEach", waits.values().iterator().next().size());
        return new Result(Suite.PAGES.title(), ours, null, null, "p95 of every page under 150 ms", pass);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("pages-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import com.nowinfinity.xpm.simulator.identity.Lifetimes;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.simulator.judge.Limits;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator is told before it starts.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param publicUri where others reach it; null = {@code http://localhost:port}
 * @param clients active clients of the first organisation
 * @param seed of the practice and of every id
 * @param further organisations beside the usual ones
 * @param consent what callers without a browser answer on the consent page
 * @param latency how long each data call takes before it has its effect
 * @param folder where its state outlives it; null = nowhere
 */
public record SimulatorConfiguration(
        String host,
        int port,
        @Nullable URI publicUri,
        int clients,
        long seed,
        FurtherPractices further,
        List<RegisteredApp> apps,
        Limits limits,
        Lifetimes lifetimes,
        Conventions conventions,
        HeadlessConsent consent,
        InstantSource clock,
        Supplier<Duration> latency,
        @Nullable Path folder) {

    public SimulatorConfiguration {
        apps = List.copyOf(apps);
    }

    /** Two hundred clients from seed 1, Xero's limits, a free port, nothing kept. */
    public static SimulatorConfiguration of(RegisteredApp... apps) {
        return new SimulatorConfiguration(
                "localhost",
                0,
                null,
                200,
                1,
                FurtherPractices.NONE,
                List.of(apps),
                Limits.ofXero(),
                Lifetimes.ofXero(),
                Conventions.strict(),
                new HeadlessConsent("Olivia", null, false),
                InstantSource.system(),
                () -> Duration.ZERO,
                null);
    }

    public SimulatorConfiguration listeningOn(String newHost, int newPort, @Nullable URI newPublicUri) {
        return new SimulatorConfiguration(
                newHost,
                newPort,
                newPublicUri,
                clients,
                seed,
                further,
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                clock,
                latency,
                folder);
    }

    public SimulatorConfiguration withPractice(int newClients, long newSeed) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                newClients,
                newSeed,
                further,
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                clock,
                latency,
                folder);
    }

    /** @param companies how many clients each further organisation has */
    public SimulatorConfiguration withFurtherPractices(List<Integer> companies) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                new FurtherPractices(companies),
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                clock,
                latency,
                folder);
    }

    public SimulatorConfiguration withLimits(Limits newLimits) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                further,
                apps,
                newLimits,
                lifetimes,
                conventions,
                consent,
                clock,
                latency,
                folder);
    }

    public SimulatorConfiguration withConventions(Conventions newConventions) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                further,
                apps,
                limits,
                lifetimes,
                newConventions,
                consent,
                clock,
                latency,
                folder);
    }

    public SimulatorConfiguration withClock(InstantSource newClock) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                further,
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                newClock,
                latency,
                folder);
    }

    public SimulatorConfiguration withLatency(Supplier<Duration> newLatency) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                further,
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                clock,
                newLatency,
                folder);
    }

    public SimulatorConfiguration keptIn(@Nullable Path newFolder) {
        return new SimulatorConfiguration(
                host,
                port,
                publicUri,
                clients,
                seed,
                further,
                apps,
                limits,
                lifetimes,
                conventions,
                consent,
                clock,
                latency,
                newFolder);
    }
}

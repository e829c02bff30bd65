package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.AdminPaths;
import com.nowinfinity.xpm.simulator.admin.PersonEdits;
import com.nowinfinity.xpm.simulator.admin.Summary;
import com.nowinfinity.xpm.simulator.admin.Truth;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.gateway.DataGateway;
import com.nowinfinity.xpm.simulator.gateway.Ledger;
import com.nowinfinity.xpm.simulator.identity.AccessTokens;
import com.nowinfinity.xpm.simulator.identity.AuthorizePage;
import com.nowinfinity.xpm.simulator.identity.ConnectionsEndpoint;
import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import com.nowinfinity.xpm.simulator.identity.Identity;
import com.nowinfinity.xpm.simulator.identity.IdentityCalls;
import com.nowinfinity.xpm.simulator.identity.TokenEndpoint;
import com.nowinfinity.xpm.simulator.journal.Journal;
import com.nowinfinity.xpm.simulator.journal.JournalLine;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Judge;
import com.nowinfinity.xpm.simulator.judge.Problem;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.wire.HttpListener;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Xero's identity service and Practice Manager 3.1 on one port, in this process. Strict where Xero is known to be, and
 * it remembers everything: {@link #summary()} is the verdict. Thread-safe; close it to free the port.
 */
public final class XpmSimulator implements AutoCloseable {

    private final HttpListener listener;
    private final URI baseUri;
    private final Journal journal;
    private final Memory memory;
    private final Judge judge;
    private final IdentityCalls identityCalls = new IdentityCalls();
    private final PersonEdits people;
    private final SimulatedClock clock;
    private final Faults faults;
    private final AtomicReference<Conventions> conventions;
    private final AtomicReference<HeadlessConsent> consent;

    private XpmSimulator(SimulatorConfiguration configuration) throws IOException {
        Persistence persistence = Persistence.in(configuration.folder());
        this.memory = persistence.recallOr(() -> Memory.fresh(
                configuration.clients(),
                configuration.seed(),
                configuration.further(),
                configuration.clock().instant()));
        SeededIds ids = new SeededIds(configuration.seed() * 31 + persistence.life());
        this.journal = persistence.begin(memory);
        this.clock = new SimulatedClock(configuration.clock());
        this.judge = recalled(
                new Judge(configuration.limits(), clock), memory.history().after(0));
        this.people = new PersonEdits(clock, journal);
        this.consent = new AtomicReference<>(configuration.consent());
        this.listener = HttpListener.bind(configuration.host(), configuration.port());
        this.baseUri = configuration.publicUri() == null
                ? URI.create("http://localhost:" + listener.port())
                : configuration.publicUri();
        this.conventions = new AtomicReference<>(configuration.conventions());
        this.faults = new Faults(clock, listener::refuseFor);
        Identity identity = new Identity(
                XeroWorld.users(configuration.further()),
                configuration.apps(),
                configuration.lifetimes(),
                clock,
                ids,
                new AccessTokens(persistence.signingKey(), ids),
                memory.identity(),
                changes -> journal.append(JournalLine.ofIdentity(changes)));
        DataGateway gateway = new DataGateway(
                identity,
                judge,
                new Ledger(journal, memory.history()),
                memory.organisations(),
                new DataGateway.Surroundings(
                        clock, ids, baseUri, conventions::get, new Latency(configuration.latency()), faults));
        AdminPaths admin = new AdminPaths(
                memory.truth(),
                memory.history(),
                judge,
                identityCalls,
                memory.organisations(),
                people,
                consent,
                clock,
                faults,
                listener::refuseFor,
                conventions,
                identity);
        String issuer = baseUri.toString();
        FrontDoor door = new FrontDoor(
                identity,
                new AuthorizePage(identity, consent),
                new TokenEndpoint(identity, issuer, identityCalls),
                new ConnectionsEndpoint(identity, issuer, identityCalls),
                judge,
                gateway,
                faults,
                admin);
        listener.serve(door::answer);
    }

    /** Answers as soon as this returns. */
    public static XpmSimulator start(SimulatorConfiguration configuration) throws IOException {
        return new XpmSimulator(configuration);
    }

    public int port() {
        return listener.port();
    }

    /** BASE of the contract: every address of Xero's, put behind this. */
    public URI baseUri() {
        return baseUri;
    }

    /** What was true of the first organisation when it was made. */
    public Truth truth() {
        return memory.truth();
    }

    /** Every data call of the whole life. */
    public List<CallRecord> history() {
        return memory.history().after(0);
    }

    /** Data calls after the one with this number. */
    public List<CallRecord> historyAfter(long number) {
        return memory.history().after(number);
    }

    public Summary summary() {
        return Summary.of(memory.history(), judge, identityCalls);
    }

    /** The organisations that can be called, the generated practice first. */
    public List<String> tenantIds() {
        return List.copyOf(memory.organisations().keySet());
    }

    /** What an organisation holds; look at it inside {@link Organisation#exclusively}. */
    public Organisation organisation(String tenantId) {
        return Optional.ofNullable(memory.organisations().get(tenantId)).orElseThrow();
    }

    /** An edit by a person inside XPM; elements by the names of answers, empty clears. */
    public Client edit(String tenantId, String clientId, Map<String, String> elements) {
        return people.edit(organisation(tenantId), clientId, elements).orElseThrow();
    }

    /** What callers without a browser answer from now on. */
    public void consentAs(HeadlessConsent answer) {
        consent.set(answer);
    }

    /** Lets things go wrong from now on, in place of what the script before said. */
    public void play(FaultScript script) {
        faults.play(script);
    }

    /** How far each fault of the script has got. */
    public List<Faults.Standing> faults() {
        return faults.standings();
    }

    /** Reads XPM otherwise from now on. */
    public void readAs(Conventions newConventions) {
        conventions.set(newConventions);
    }

    /** Cuts every connection and lets nobody in for so long. */
    public void refuseFor(Duration length) {
        listener.refuseFor(length);
    }

    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void close() {
        listener.close();
        journal.close();
    }

    private static Judge recalled(Judge judge, List<CallRecord> calls) {
        for (CallRecord call : calls) {
            if (call.status() == 429 && call.fault() == null) {
                Arrays.stream(Problem.values())
                        .filter(problem -> problem.wireName().equals(call.problem()))
                        .forEach(judge::recallBroken);
            } else if (call.tenantId() != null && call.counted()) {
                judge.recall(call.tenantId(), call.at());
            }
        }
        return judge;
    }
}

package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import com.nowinfinity.xpm.simulator.identity.Identity;
import com.nowinfinity.xpm.simulator.identity.IdentityCalls;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.judge.Judge;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.practice.Drift;
import com.nowinfinity.xpm.simulator.practice.DriftMaker;
import com.nowinfinity.xpm.simulator.practice.PortalEntity;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The paths under {@code /simulator/}: to look behind the wire, and to be the people in front of it. */
public final class AdminPaths {

    public static final String PREFIX = "/simulator/";

    private final Truth truth;
    private final History history;
    private final Judge judge;
    private final IdentityCalls identityCalls;
    private final Map<String, Organisation> organisations;
    private final PersonEdits people;
    private final AtomicReference<HeadlessConsent> consent;
    private final MovableClock clock;
    private final FaultPaths faults;
    private final UserPaths users;

    public AdminPaths(
            Truth truth,
            History history,
            Judge judge,
            IdentityCalls identityCalls,
            Map<String, Organisation> organisations,
            PersonEdits people,
            AtomicReference<HeadlessConsent> consent,
            MovableClock clock,
            Faults faults,
            Consumer<Duration> outage,
            AtomicReference<Conventions> conventions,
            Identity identity) {
        this.truth = truth;
        this.history = history;
        this.judge = judge;
        this.identityCalls = identityCalls;
        this.organisations = Map.copyOf(organisations);
        this.people = people;
        this.consent = consent;
        this.clock = clock;
        this.faults = new FaultPaths(faults, outage, conventions);
        this.users = new UserPaths(identity);
    }

    public Answer answer(Request request) {
        String call = request.method() + " " + request.path().substring(PREFIX.length());
        try {
            return switch (call) {
                case "GET truth" -> Json.answer(200, truth.outline());
                case "GET history" -> Json.answer(200, history.after(after(request)));
                case "GET summary" -> Json.answer(200, Summary.of(history, judge, identityCalls));
                case "GET practice/entities" -> entities();
                case "POST practice/drift" -> drift(request);
                case "GET consent" -> Json.answer(200, consent.get());
                case "PUT consent" -> {
                    consent.set(Json.mapper().readValue(request.bytes(), HeadlessConsent.class));
                    yield Json.answer(200, consent.get());
                }
                case "GET clock" -> Json.answer(200, Map.of("now", clock.instant()));
                case "POST clock" -> {
                    clock.advance(
                            Json.mapper().readValue(request.bytes(), Step.class).advance());
                    yield Json.answer(200, Map.of("now", clock.instant()));
                }
                case "GET faults", "PUT faults", "DELETE faults", "POST outage", "GET conventions", "PUT conventions" ->
                    faults.answer(call, request);
                default -> call.contains(" users") ? users.answer(request) : ofOrganisation(request);
            };
        } catch (JacksonException | IllegalArgumentException malformed) {
            return error(400, String.valueOf(malformed.getMessage()));
        } catch (IOException lost) {
            return error(400, "The body could not be read");
        }
    }

    /**
     * Lets time pass over the practice.
     *
     * @param except entities to whom nothing may happen; null = none
     */
    record Drifting(long seed, @Nullable List<String> except) {}

    private Answer drift(Request request) throws IOException {
        Drifting wanted = Json.mapper().readValue(request.bytes(), Drifting.class);
        Organisation organisation = Objects.requireNonNull(organisations.get(truth.tenantId()));
        Drift drift = organisation.exclusively(() -> {
            Drift made = DriftMaker.drift(
                    organisation,
                    truth.entities(),
                    truth.pairs(),
                    truth.planted(),
                    wanted.except() == null ? Set.of() : Set.copyOf(wanted.except()),
                    wanted.seed(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            people.apply(organisation, made.changes());
            return made;
        });
        return Json.answer(
                200,
                Map.of(
                        "planted",
                        drift.planted(),
                        "forAsic",
                        drift.forAsic(),
                        "traps",
                        drift.traps(),
                        "portal",
                        drift.portal()));
    }

    /** How far the clock is to jump, as PT30M. */
    record Step(Duration advance) {}

    private Answer ofOrganisation(Request request) throws IOException {
        List<String> path = List.of(request.path().substring(PREFIX.length()).split("/", -1));
        Organisation organisation = path.size() < 3 ? null : organisations.get(path.get(1));
        if (organisation == null
                || !path.getFirst().equals("organisations")
                || !path.get(2).equals("clients")) {
            return error(404, "Nothing is here");
        }
        if (path.size() == 3 && request.method().equals("GET")) {
            return Json.stream(ClientJson.all(organisation));
        }
        if (path.size() == 4 && request.method().equals("GET")) {
            return answer(organisation, Optional.ofNullable(organisation.client(path.get(3))));
        }
        if (path.size() == 4 && request.method().equals("POST")) {
            Map<String, String> elements =
                    Json.mapper().readValue(request.bytes(), new TypeReference<Map<String, String>>() {});
            elements.values().forEach(Objects::requireNonNull);
            return answer(organisation, people.edit(organisation, path.get(3), elements));
        }
        return error(404, "Nothing is here");
    }

    private static Answer answer(Organisation organisation, Optional<Client> client) {
        return client.map(found -> Json.answer(200, organisation.exclusively(() -> ClientJson.of(organisation, found))))
                .orElseGet(() -> error(404, "No such client"));
    }

    private Answer entities() {
        return Answer.streamed("application/x-ndjson; charset=utf-8", out -> {
            for (PortalEntity entity : truth.entities()) {
                out.write(Json.mapper().writeValueAsString(entity).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        });
    }

    private static long after(Request request) {
        String after = request.parameter("after");
        return after == null ? 0 : Long.parseLong(after);
    }

    private static Answer error(int status, @Nullable String text) {
        return Json.answer(status, Map.of("error", String.valueOf(text)));
    }

    /** A clock that tests may move forward. */
    public interface MovableClock {
        Instant instant();

        void advance(Duration by);
    }
}

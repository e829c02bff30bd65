package com.nowinfinity.xpm.simulator.gateway;

import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.faults.Strike;
import com.nowinfinity.xpm.simulator.gateway.Ledger.Ending;
import com.nowinfinity.xpm.simulator.identity.Caller;
import com.nowinfinity.xpm.simulator.identity.Identity;
import com.nowinfinity.xpm.simulator.judge.Admission;
import com.nowinfinity.xpm.simulator.judge.DoubleFinder;
import com.nowinfinity.xpm.simulator.judge.Doubled;
import com.nowinfinity.xpm.simulator.judge.Judge;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.practicemanager.Call;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.practicemanager.Envelope;
import com.nowinfinity.xpm.simulator.practicemanager.Outcome;
import com.nowinfinity.xpm.simulator.practicemanager.RefusedException;
import com.nowinfinity.xpm.simulator.practicemanager.Routes;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every data call: token, organisation, scope, limits, then the operation alone on its organisation. */
public final class DataGateway {

    public static final String PREFIX = "/practicemanager/3.1/";

    private final Identity identity;
    private final Judge judge;
    private final Ledger ledger;
    private final Map<String, Organisation> organisations;
    private final Surroundings surroundings;

    /** What a call needs from outside. */
    public record Surroundings(
            InstantSource clock,
            Supplier<String> ids,
            URI base,
            Supplier<Conventions> conventions,
            Runnable latency,
            Faults faults) {}

    public DataGateway(
            Identity identity,
            Judge judge,
            Ledger ledger,
            Map<String, Organisation> organisations,
            Surroundings surroundings) {
        this.identity = identity;
        this.judge = judge;
        this.ledger = ledger;
        this.organisations = Map.copyOf(organisations);
        this.surroundings = surroundings;
    }

    public Answer answer(Request request) {
        String correlationId = surroundings.ids().get();
        Answer answer = switch (identity.caller(request.header("authorization"))) {
            case Caller.Unknown unknown ->
                turnedAway(
                        request, null, unknown.detail(), GatewayAnswers.unauthorized(unknown.detail(), correlationId));
            case Caller.Known caller -> answer(request, caller, correlationId);
        };
        return answer.with("xero-correlation-id", correlationId).with("Cache-Control", "max-age=0, no-cache, no-store");
    }

    private Answer answer(Request request, Caller.Known caller, String correlationId) {
        String tenantId = request.header("xero-tenant-id").orElse(null);
        Organisation organisation = tenantId == null ? null : organisations.get(tenantId);
        if (tenantId == null || organisation == null || !identity.isConnected(caller, tenantId)) {
            return switch (judge.admitForApp()) {
                case Admission.Throttled throttled ->
                    turnedAway(
                            request,
                            tenantId,
                            throttled.problem().wireName(),
                            GatewayAnswers.throttledForApp(throttled));
                case Admission.Granted granted ->
                    turnedAway(request, tenantId, "foreign tenant", noOrganisation(tenantId, correlationId))
                            .with(GatewayAnswers.remainingForApp(granted.left()));
            };
        }
        Optional<Routes.Match> match =
                Routes.find(request.method(), request.path().substring(PREFIX.length()));
        if (match.isEmpty()) {
            return turnedAway(request, tenantId, "unknown path", Answer.empty(404));
        }
        if (!match.get()
                .route()
                .opensFor(caller.scopes(), surroundings.conventions().get())) {
            return turnedAway(request, tenantId, "insufficient scope", GatewayAnswers.insufficientScope(correlationId));
        }
        return switch (judge.admit(tenantId)) {
            case Admission.Throttled throttled ->
                turnedAway(request, tenantId, throttled.problem().wireName(), GatewayAnswers.throttled(throttled));
            case Admission.Granted granted ->
                admitted(request, caller, organisation, match.get(), GatewayAnswers.remaining(granted.left()));
        };
    }

    /**
     * The place among the calls in progress is free before the client can know that its call is over: whoever waits for
     * each answer is never one too many.
     */
    private Answer admitted(
            Request request,
            Caller.Known caller,
            Organisation organisation,
            Routes.Match match,
            Map<String, String> remaining) {
        Runnable release = () -> judge.release(organisation.profile().tenantId());
        try {
            Request whole = request.whole();
            String tenantId = organisation.profile().tenantId();
            Strike strike = surroundings.faults().strike(match.route().name(), tenantId);
            surroundings.latency().run();
            strike.pauseBefore();
            Optional<Answer> instead = strike.instead();
            if (instead.isPresent()) {
                return struck(request, tenantId, strike, instead.get())
                        .withMissing(remaining)
                        .whenLeaving(release);
            }
            return strike.spoil(organisation
                            .exclusively(() -> run(whole, caller, organisation, match, strike.ids()))
                            .with(remaining))
                    .whenLeaving(release);
        } catch (IOException lost) {
            return turnedAway(request, organisation.profile().tenantId(), "body lost or too large", Answer.empty(413))
                    .with(remaining)
                    .whenLeaving(release);
        } catch (RuntimeException defect) {
            release.run();
            throw defect;
        }
    }

    /** Nothing happens but what the script says; the call counts nevertheless. */
    private Answer struck(Request request, String tenantId, Strike strike, Answer answer) {
        strike.quiet().ifPresent(quiet -> judge.askToWait(quiet.forApp() ? null : tenantId, quiet.length()));
        Ending ending = new Ending(answer.status(), true, null, "by the script", strike.ids());
        ledger.call(request, surroundings.clock().instant(), tenantId, ending, List.of(), List.of());
        return answer;
    }

    private Answer run(
            Request request,
            Caller.Known caller,
            Organisation organisation,
            Routes.Match match,
            @Nullable String fault) {
        // XPM keeps seconds; a client that asks for changes since its last call must not miss this one.
        Instant at = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String apiMethod = match.route().apiMethod();
        String tenantId = organisation.profile().tenantId();
        Call call = new Call(
                request,
                apiMethod,
                match.id(),
                caller.user().name(),
                at,
                surroundings.ids(),
                surroundings.base(),
                surroundings.conventions().get());
        try {
            Outcome outcome = match.route().operation().run(organisation, call);
            List<Doubled> doubled = outcome.changes().stream()
                    .flatMap(change -> DoubleFinder.find(organisation, change, at).stream())
                    .toList();
            Ending ending = new Ending(200, true, outcome.effect(), null, fault);
            ledger.call(request, surroundings.clock().instant(), tenantId, ending, outcome.changes(), doubled);
            outcome.changes().forEach(organisation::apply);
            return outcome.answer().get();
        } catch (RefusedException refused) {
            Ending ending = new Ending(refused.status(), true, null, refused.text(), fault);
            ledger.call(request, surroundings.clock().instant(), tenantId, ending, List.of(), List.of());
            return Envelope.error(
                    apiMethod,
                    refused,
                    call.conventions().errorsOf(match.route().operationName()));
        }
    }

    private Answer noOrganisation(@Nullable String tenantId, String correlationId) {
        int status = surroundings.conventions().get().statusWithoutTenant();
        return tenantId == null
                ? GatewayAnswers.withoutTenant(status, correlationId)
                : GatewayAnswers.forbidden(correlationId);
    }

    private Answer turnedAway(Request request, @Nullable String tenantId, String problem, Answer answer) {
        Ending ending = new Ending(answer.status(), false, null, problem, null);
        ledger.call(request, surroundings.clock().instant(), tenantId, ending, List.of(), List.of());
        return answer;
    }
}

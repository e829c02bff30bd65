package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.AdminPaths;
import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.faults.Strike;
import com.nowinfinity.xpm.simulator.gateway.DataGateway;
import com.nowinfinity.xpm.simulator.gateway.GatewayAnswers;
import com.nowinfinity.xpm.simulator.identity.AuthorizePage;
import com.nowinfinity.xpm.simulator.identity.Caller;
import com.nowinfinity.xpm.simulator.identity.ConnectionsEndpoint;
import com.nowinfinity.xpm.simulator.identity.Identity;
import com.nowinfinity.xpm.simulator.identity.TokenEndpoint;
import com.nowinfinity.xpm.simulator.judge.Admission;
import com.nowinfinity.xpm.simulator.judge.Judge;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends every request to the part that answers it. */
record FrontDoor(
        Identity identity,
        AuthorizePage authorizePage,
        TokenEndpoint tokens,
        ConnectionsEndpoint connections,
        Judge judge,
        DataGateway gateway,
        Faults faults,
        AdminPaths admin) {

    private static final String CONNECTIONS = "/connections/";

    Answer answer(Request request) {
        String path = request.path();
        if (path.startsWith(DataGateway.PREFIX)) {
            return gateway.answer(request);
        }
        if (path.startsWith(AdminPaths.PREFIX)) {
            return admin.answer(request);
        }
        if (path.startsWith(CONNECTIONS) && request.method().equals("DELETE")) {
            return struck(
                    "disconnect",
                    () -> signedIn(
                            request, caller -> connections.delete(path.substring(CONNECTIONS.length()), caller)));
        }
        return identity(request);
    }

    private Answer identity(Request request) {
        String path = request.path();
        return switch (request.method() + " " + path) {
            case "GET /identity/connect/authorize" -> struck("authorize", () -> authorizePage.get(request));
            case "POST /identity/connect/authorize" -> authorizePage.post(request);
            case "POST /connect/token" -> token(request);
            case "POST /connect/revocation" -> struck("revocation", () -> tokens.revocation(request));
            case "GET /connect/userinfo" -> struck("userinfo", () -> signedIn(request, connections::userinfo));
            case "GET /connections" ->
                struck("connections", () -> signedIn(request, caller -> connections.list(request, caller)));
            case "GET /.well-known/openid-configuration" -> connections.discovery();
            case "GET /.well-known/openid-configuration/jwks" -> connections.keySet();
            case "GET /" -> Answer.text(200, "text/plain; charset=utf-8", "A simulator of Xero Practice Manager\n");
            default -> Answer.empty(404);
        };
    }

    private Answer token(Request request) {
        try {
            Request whole = request.whole();
            String grantType = whole.form().getOrDefault("grant_type", "none");
            whole.body().reset();
            return struck("token/" + grantType, () -> tokens.token(whole));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Answer struck(String operation, Supplier<Answer> truth) {
        Strike strike = faults.strike(operation, null);
        strike.pauseBefore();
        Optional<Answer> instead = strike.instead();
        return instead.isPresent() ? instead.get() : strike.spoil(truth.get());
    }

    private Answer signedIn(Request request, Function<Caller.Known, Answer> answer) {
        return switch (identity.caller(request.header("authorization"))) {
            case Caller.Unknown unknown -> GatewayAnswers.unauthorized(unknown.detail(), "");
            case Caller.Known caller ->
                switch (judge.admitForApp()) {
                    case Admission.Throttled throttled -> GatewayAnswers.throttledForApp(throttled);
                    case Admission.Granted granted ->
                        answer.apply(caller).with(GatewayAnswers.remainingForApp(granted.left()));
                };
        };
    }
}

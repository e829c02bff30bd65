package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.AdminPaths;
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
import java.util.function.Function;

/** Sends every request to the part that answers it. */
record FrontDoor(
        Identity identity,
        AuthorizePage authorizePage,
        TokenEndpoint tokens,
        ConnectionsEndpoint connections,
        Judge judge,
        DataGateway gateway,
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
            return signedIn(request, caller -> connections.delete(path.substring(CONNECTIONS.length()), caller));
        }
        return switch (request.method() + " " + path) {
            case "GET /identity/connect/authorize" -> authorizePage.get(request);
            case "POST /identity/connect/authorize" -> authorizePage.post(request);
            case "POST /connect/token" -> tokens.token(request);
            case "POST /connect/revocation" -> tokens.revocation(request);
            case "GET /connect/userinfo" -> signedIn(request, connections::userinfo);
            case "GET /connections" -> signedIn(request, caller -> connections.list(request, caller));
            case "GET /.well-known/openid-configuration" -> connections.discovery();
            case "GET /.well-known/openid-configuration/jwks" -> connections.keySet();
            case "GET /" -> Answer.text(200, "text/plain; charset=utf-8", "A simulator of Xero Practice Manager\n");
            default -> Answer.empty(404);
        };
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

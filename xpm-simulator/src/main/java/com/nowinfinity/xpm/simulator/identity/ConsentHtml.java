package com.nowinfinity.xpm.simulator.identity;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Html;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The consent page and its error page, as plain HTML that works without script. */
final class ConsentHtml {

    /** What goes from the request through the form, so that the form can be checked like the request. */
    private static final List<String> CARRIED = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method");

    private ConsentHtml() {}

    static Answer page(
            AuthorizationRequest wanted, Map<String, String> parameters, XeroUser user, List<XeroUser> everybody) {
        String hidden = CARRIED.stream()
                .filter(parameters::containsKey)
                .map(name -> hidden(name, parameters.getOrDefault(name, "")))
                .collect(Collectors.joining());
        String others = everybody.stream()
                .filter(other -> !other.userId().equals(user.userId()))
                .map(other -> "<li><a href=\"?%s\">%s</a></li>"
                        .formatted(Html.escaped(query(parameters, other)), Html.escaped(other.name())))
                .collect(Collectors.joining());
        return Html.page("Connect to Xero", """
                <p><small>This is a simulator of Xero: nothing here is real.</small></p>
                <h1>%s wants to connect to your organisations</h1>
                <p>Signed in as <strong>%s</strong> (%s)</p>
                <form method="post" action="/identity/connect/authorize">%s%s%s</form>
                <nav aria-labelledby="others"><h2 id="others">Use another login</h2><ul>%s</ul></nav>
                """.formatted(
                        Html.escaped(wanted.app().clientId()),
                        Html.escaped(user.name()),
                        Html.escaped(user.email()),
                        hidden,
                        hidden("simulator_user", user.email()),
                        choices(user),
                        others));
    }

    static Answer error(Request request, String error) {
        if (!request.wantsHtml()) {
            return Answer.text(400, "text/plain; charset=utf-8", "Error: " + error);
        }
        Answer page = Html.page("Error", "<h1>Something is wrong</h1><p>Error: " + Html.escaped(error) + "</p>");
        return Answer.empty(400).with(page.headers()).withBody(page.length(), page.body());
    }

    private static String choices(XeroUser user) {
        String cancel = "<button name=\"decision\" value=\"cancel\">Cancel</button>";
        if (user.tenants().isEmpty()) {
            return "<p role=\"alert\">You don't have access to connect to any Xero Practice Manager accounts.</p>"
                    + cancel;
        }
        String boxes = user.tenants().stream()
                .map(tenant -> """
                        <p><label><input type="checkbox" name="tenant" value="%s" checked> %s <small>%s</small></label></p>
                        """.formatted(
                                Html.escaped(tenant.tenantId()), Html.escaped(tenant.label()), kind(tenant.type())))
                .collect(Collectors.joining());
        return "<fieldset><legend>Organisations</legend>" + boxes
                + "</fieldset><button class=\"first\" name=\"decision\" value=\"allow\">Allow access</button> "
                + cancel;
    }

    private static String kind(TenantType type) {
        return switch (type) {
            case ORGANISATION -> "Accounting organisation";
            case PRACTICEMANAGER -> "Practice Manager";
            case WORKFLOWMAX -> "WorkflowMax";
            case PRACTICE -> "Xero HQ";
        };
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, Html.escaped(value));
    }

    private static String query(Map<String, String> parameters, XeroUser user) {
        return CARRIED.stream()
                        .filter(parameters::containsKey)
                        .map(name -> name + "=" + encoded(parameters.getOrDefault(name, "")) + "&")
                        .collect(Collectors.joining())
                + "simulator_user=" + encoded(user.email());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package com.nowinfinity.xpm.portal.settings;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.WebSession;

/** Connect, "Use organisation", Disconnect, and the switch for following. */
@PageController
@RequestMapping(SettingsPage.PATH)
class ConnectionForms {

    private static final String FLOW_COOKIE = "xero_flow=";
    private static final String BACK = "redirect:" + SettingsPage.PATH;

    private final ServiceCalls calls;

    ConnectionForms(ServiceCalls calls) {
        this.calls = calls;
    }

    /**
     * Sends the browser to Xero. By a page that refreshes itself, since the content policy lets no form lead away from
     * the portal, not even by a redirect.
     */
    @PostMapping("/connect")
    String connect(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            ServerHttpResponse response,
            Model model,
            WebSession session) {
        HttpResponse<byte[]> begun =
                calls.send(person, CONNECTOR, "POST", api(businessId) + "/connection/authorization", null);
        // The browser brings it back to connector-service: cookies know hosts, not ports.
        begun.headers().allValues(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith(FLOW_COOKIE))
                .forEach(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
        String address = calls.read(begun).path("authorizationUri").asString();
        String scheme = URI.create(address).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalStateException("connector-service named no web address for the consent");
        }
        Attempts.begin(session, businessId);
        response.getHeaders().set("Refresh", "0; url=" + address);
        model.addAttribute("address", address);
        return "to-xero";
    }

    @PostMapping("/organisation")
    String choose(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        String tenantId = form.text("tenantId");
        if (tenantId.isEmpty()) {
            Frame.warn(session, "Choose an organisation first.");
            return BACK;
        }
        return done(
                session,
                "This organisation is in use now. Look at the labels below, then run Sync Data.",
                () -> calls.send(
                        person,
                        CONNECTOR,
                        "PUT",
                        api(businessId) + "/connection/organisation",
                        Map.of("tenantId", tenantId)));
    }

    @PostMapping("/disconnect")
    String disconnect(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        Leaving leaving = Leaving.of(form);
        return done(
                session,
                leaving.told(),
                () -> calls.send(
                        person, CONNECTOR, "DELETE", api(businessId) + "/connection?" + leaving.query(), null));
    }

    @PostMapping("/following")
    String follow(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        boolean on = form.text("on").equals("true");
        return done(
                session,
                on
                        ? "Corporate Messenger changes now go to Xero Practice Manager by themselves."
                        : "Corporate Messenger changes are kept here from now on.",
                () -> calls.send(
                        person, CONNECTOR, "PUT", api(businessId) + "/connection/following", Map.of("on", on)));
    }

    private static String done(WebSession session, String news, Runnable call) {
        try {
            call.run();
            Frame.tell(session, news);
        } catch (ServiceProblem refused) {
            Frame.warn(session, refused.title() + ". " + refused.getMessage());
        }
        return BACK;
    }

    private static String api(String businessId) {
        return "/api/businesses/" + businessId;
    }
}

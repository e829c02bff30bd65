package com.nowinfinity.xpm.portal.settings;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import com.nowinfinity.xpm.portal.sync.XeroSection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.WebSession;

/** Portal Settings, Practice Management. */
@PageController
class SettingsPage {

    static final String PATH = "/businesses/{businessId}/settings/practice-management";

    /** What each way back from Xero is told with; what went wrong is in the connection's own problem, what is to choose on the page. */
    private static final Map<String, String> ARRIVALS =
            Map.of("connected", "Connected to Xero Practice Manager. Look at the labels below, then run Sync Data.");

    private final ServiceCalls calls;
    private final XeroSection section;
    private final Frame frame;

    SettingsPage(ServiceCalls calls, XeroSection section, Frame frame) {
        this.calls = calls;
        this.section = section;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Model model, WebSession session) {
        boolean abandoned = Attempts.isOpen(session, businessId);
        frame.around(model, person, businessId, session, "settings");
        String api = "/api/businesses/" + businessId;
        Connection connection = calls.get(person, CONNECTOR, api + "/connection", Connection.class);
        model.addAttribute("connection", connection);
        model.addAttribute("abandoned", abandoned && !connection.isConnected());
        model.addAttribute("labels", calls.get(person, CONNECTOR, api + "/labels", Labels.class));
        section.show(model, person, businessId, connection.state());
        return "settings";
    }

    /**
     * What ends at Xero when a person goes on: a part of the dialog in which she is asked, and only fetched then.
     *
     * @param before {@code connect} or {@code disconnect}
     */
    @GetMapping(PATH + "/replaced")
    String replaced(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "connect") String before,
            Model model) {
        frame.within(model, person, businessId);
        model.addAttribute("leaving", before.equals("disconnect"));
        model.addAttribute(
                "replaces",
                calls.get(
                                person,
                                CONNECTOR,
                                "/api/businesses/" + businessId + "/connection/replaced",
                                Replacement.class)
                        .replaces());
        return "parts/replaced :: list";
    }

    /** Where connector-service sends the browser; it knows no business, the session does. */
    @GetMapping("/settings/practice-management")
    String arrived(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable String connection,
            WebSession session) {
        String businessId = Attempts.end(session);
        if (businessId == null || !person.businessIds().contains(businessId)) {
            businessId = person.businessIds().getFirst();
        }
        String news = ARRIVALS.get(String.valueOf(connection));
        if (news != null) {
            Frame.tell(session, news);
        }
        return "redirect:/businesses/" + businessId + "/settings/practice-management";
    }
}

package com.nowinfinity.xpm.portal.settings;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.WebSession;

/** Step B: what the practice calls each business structure in XPM. */
@PageController
@RequestMapping(SettingsPage.PATH + "/labels")
class LabelForms {

    private static final String FIELD = "labels.";
    private static final String BACK = "redirect:" + SettingsPage.PATH;

    private final ServiceCalls calls;

    LabelForms(ServiceCalls calls) {
        this.calls = calls;
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        List<Labels.Row> rows = form.names().stream()
                .filter(name -> name.startsWith(FIELD))
                .map(name -> new Labels.Row(name.substring(FIELD.length()), form.text(name)))
                .toList();
        return put(person, businessId, rows, "The labels are saved.", session);
    }

    /** One click for a label that XPM's clients carry. */
    @PostMapping("/add")
    String add(@AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        if (form.text("structure").isEmpty()) {
            Frame.warn(session, "Nothing is added. Choose what \"%s\" stands for.".formatted(form.text("label")));
            return BACK;
        }
        Labels now = calls.get(person, CONNECTOR, path(businessId), Labels.class);
        String label = form.text("label");
        return put(
                person,
                businessId,
                now.with(form.text("structure"), label).structures(),
                "\"%s\" is added.".formatted(label),
                session);
    }

    private String put(Person person, String businessId, List<Labels.Row> rows, String news, WebSession session) {
        try {
            calls.send(person, CONNECTOR, "PUT", path(businessId), Map.of("structures", rows));
            Frame.tell(session, news);
        } catch (ServiceProblem refused) {
            Frame.warn(session, "The labels are not saved: " + refused.getMessage());
        }
        return BACK;
    }

    private static String path(String businessId) {
        return "/api/businesses/" + businessId + "/labels";
    }
}

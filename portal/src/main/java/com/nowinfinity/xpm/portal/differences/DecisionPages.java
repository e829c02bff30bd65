package com.nowinfinity.xpm.portal.differences;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntityRow;
import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriUtils;

/** One discrepancy's decision: what writes into a record is shown as a plan first. */
@PageController
@RequestMapping("/businesses/{businessId}/discrepancies/resolutions")
class DecisionPages {

    private static final Set<String> PLANNED_FIRST = Set.of("PUSH", "TAKE", "LINK", "UNLINK");
    private static final String LIST = "redirect:/businesses/{businessId}/discrepancies";

    private final ServiceCalls calls;
    private final Clients clients;
    private final EntityRegister register;
    private final Frame frame;

    DecisionPages(ServiceCalls calls, Clients clients, EntityRegister register, Frame frame) {
        this.calls = calls;
        this.clients = clients;
        this.register = register;
        this.frame = frame;
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        String action = form.text("action");
        if (action.equals("LINK") && chosen(form) == null) {
            Frame.warn(session, "Nothing was done. Choose the client first.");
            return LIST;
        }
        String resolutionId;
        try {
            resolutionId = calls.read(calls.send(person, REPORT, "POST", api(businessId), request(action, form)))
                    .path("resolutionId")
                    .asString();
        } catch (ServiceProblem refused) {
            Frame.warn(session, "Nothing was done. " + refused.getMessage());
            return LIST;
        }
        String about = chosen(form);
        return page(resolutionId, form.text("entityId"), about == null ? form.text("of") : about);
    }

    /** @param clientId the client that the decision is about; empty where it is about none */
    private static String page(String resolutionId, String entityId, String clientId) {
        return LIST + "/resolutions/" + resolutionId + "?entityId=" + encoded(entityId) + "&clientId="
                + encoded(clientId);
    }

    private static Map<String, Object> request(String action, Form form) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("id", form.text("id"), "action", action));
        addTo(item, "clientId", chosen(form));
        Map<String, Object> request =
                new LinkedHashMap<>(Map.of("items", List.of(item), "preview", PLANNED_FIRST.contains(action)));
        addTo(request, "reason", form.textOrNull("reason"));
        addTo(request, "until", form.textOrNull("until"));
        return request;
    }

    /** The client that was chosen, or whose id was typed in where none was. */
    private static @Nullable String chosen(Form form) {
        String clientId = form.textOrNull("clientId");
        return clientId == null ? form.textOrNull("otherId") : clientId;
    }

    private static void addTo(Map<String, Object> request, String name, @Nullable String value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    @GetMapping("/{resolutionId}")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String resolutionId,
            @RequestParam(defaultValue = "") String entityId,
            @RequestParam(defaultValue = "") String clientId,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "discrepancies");
        show(model, person, businessId, resolutionId, entityId, clientId);
        return "decision";
    }

    /** The part that changes, again and again. */
    @GetMapping("/{resolutionId}/state")
    String state(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String resolutionId,
            @RequestParam(defaultValue = "") String entityId,
            @RequestParam(defaultValue = "") String clientId,
            Model model) {
        frame.within(model, person, businessId);
        show(model, person, businessId, resolutionId, entityId, clientId);
        return "decision :: state";
    }

    private void show(
            Model model, Person person, String businessId, String resolutionId, String entityId, String clientId) {
        Decision decision =
                calls.get(person, REPORT, api(businessId) + "/" + ServiceCalls.part(resolutionId), Decision.class);
        Set<String> ids = Stream.concat(
                        Stream.of(entityId),
                        decision.plan() == null
                                ? Stream.<String>empty()
                                : decision.plan().entityIds())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        model.addAttribute("decision", decision);
        model.addAttribute("entityId", entityId);
        model.addAttribute("clientId", clientId);
        model.addAttribute(
                "client",
                decision.isOfALink()
                        ? clients.find(person, businessId, clientId).orElse(null)
                        : null);
        model.addAttribute(
                "names",
                register.rows(businessId, ids).stream()
                        .collect(Collectors.toMap(EntityRow::entityId, EntityRow::name)));
    }

    @PostMapping("/{resolutionId}/confirm")
    String confirm(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String resolutionId,
            Form form,
            WebSession session) {
        try {
            calls.send(
                    person, REPORT, "POST", api(businessId) + "/" + ServiceCalls.part(resolutionId) + "/confirm", null);
        } catch (ServiceProblem refused) {
            Frame.warn(session, "Nothing was done. " + refused.getMessage());
            return LIST;
        }
        return page(resolutionId, form.text("entityId"), form.text("clientId"));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String api(String businessId) {
        return "/api/businesses/" + businessId + "/discrepancies/resolutions";
    }
}

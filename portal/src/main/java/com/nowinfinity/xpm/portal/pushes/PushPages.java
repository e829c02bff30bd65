package com.nowinfinity.xpm.portal.pushes;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntityRow;
import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import com.nowinfinity.xpm.portal.sync.Waits;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.WebSession;

/** Push: what to send, the plan with its people, the confirmation, and the outcomes. */
@PageController
@RequestMapping("/businesses/{businessId}")
class PushPages {

    private final ServiceCalls calls;
    private final EntityRegister register;
    private final Waits waits;
    private final Frame frame;

    PushPages(ServiceCalls calls, EntityRegister register, Waits waits, Frame frame) {
        this.calls = calls;
        this.register = register;
        this.waits = waits;
        this.frame = frame;
    }

    @PostMapping("/entities/{entityId}/push")
    ResponseEntity<Void> preview(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String entityId,
            Form form,
            WebSession session) {
        Wish wish = Wish.of(entityId, form);
        if (wish.lacksGroup()) {
            Frame.warn(session, "Nothing was sent. Choose the group, or give the new one a name.");
            return to("/businesses/%s/entities/%s".formatted(businessId, ServiceCalls.part(entityId)));
        }
        return plan(person, businessId, wish, null, session);
    }

    private ResponseEntity<Void> plan(
            Person person, String businessId, Wish wish, @Nullable List<String> people, WebSession session) {
        try {
            String pushId = calls.read(calls.send(person, CONNECTOR, "POST", api(businessId), wish.request(people)))
                    .path("pushId")
                    .asString();
            return to("/businesses/%s/pushes/%s?%s".formatted(businessId, pushId, wish.query()));
        } catch (ServiceProblem refused) {
            Frame.warn(session, "Nothing was sent. " + refused.getMessage());
            return to("/businesses/%s/entities/%s".formatted(businessId, wish.entityId()));
        }
    }

    @GetMapping("/pushes/{pushId}")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String pushId,
            @RequestParam MultiValueMap<String, String> query,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "entities");
        show(model, person, businessId, pushId, query);
        return "push";
    }

    /** The part that changes, again and again. */
    @GetMapping("/pushes/{pushId}/state")
    String state(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String pushId,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        frame.within(model, person, businessId);
        show(model, person, businessId, pushId, query);
        return "push :: state";
    }

    private void show(
            Model model, Person person, String businessId, String pushId, MultiValueMap<String, String> query) {
        Push push = find(person, businessId, pushId);
        Wish wish = Wish.of(query);
        model.addAttribute("push", push);
        model.addAttribute("wish", wish);
        model.addAttribute("names", names(businessId, push, wish));
        model.addAttribute(
                "wait", push.isRunning() ? waits.of(person, businessId).orElse(null) : null);
    }

    private Map<String, String> names(String businessId, Push push, Wish wish) {
        List<Push.Outcome> outcomes = push.outcomes() == null ? List.of() : push.outcomes();
        Plan plan = push.plan();
        Set<String> ids = Stream.of(
                        Stream.of(wish.entityId()),
                        outcomes.stream().map(Push.Outcome::entityId),
                        plan == null ? Stream.<String>empty() : plan.entityIds())
                .flatMap(entityIds -> entityIds)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return register.rows(businessId, ids).stream().collect(Collectors.toMap(EntityRow::entityId, EntityRow::name));
    }

    /** Sends just what the plan shows; with other people ticked, shows a new plan first. */
    @PostMapping("/pushes/{pushId}/confirm")
    ResponseEntity<Void> confirm(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String pushId,
            @RequestParam MultiValueMap<String, String> query,
            Form form,
            WebSession session) {
        Wish wish = Wish.of(query);
        List<String> ticked = form.all("people");
        Plan plan = find(person, businessId, pushId).plan();
        if (plan != null && !plan.tickedAround(wish.entityId()).equals(Set.copyOf(ticked))) {
            Frame.tell(session, "This is the plan with the people you have ticked now. Nothing has been sent yet.");
            return plan(person, businessId, wish, ticked, session);
        }
        try {
            calls.send(person, CONNECTOR, "POST", api(businessId) + "/" + ServiceCalls.part(pushId) + "/confirm", null);
        } catch (ServiceProblem refused) {
            if (!refused.code().equals("plan-stale")) {
                throw refused;
            }
            Frame.warn(session, "Something changed since this plan was made, so nothing was sent. Here is a new plan.");
            return plan(person, businessId, wish, ticked, session);
        }
        return to("/businesses/%s/pushes/%s?%s".formatted(businessId, pushId, wish.query()));
    }

    private Push find(Person person, String businessId, String pushId) {
        return calls.get(person, CONNECTOR, api(businessId) + "/" + ServiceCalls.part(pushId), Push.class);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(303).location(URI.create(path)).build();
    }

    private static String api(String businessId) {
        return "/api/businesses/" + businessId + "/pushes";
    }
}

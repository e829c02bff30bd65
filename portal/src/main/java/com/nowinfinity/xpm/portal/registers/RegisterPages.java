package com.nowinfinity.xpm.portal.registers;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;
import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.portal.differences.Differences;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntityRow;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;
import tools.jackson.core.type.TypeReference;

/** The entities: a list to search, and a page for each. */
@PageController
@RequestMapping("/businesses/{businessId}/entities")
class RegisterPages {

    private static final TypeReference<Items<Happening>> HAPPENINGS = new TypeReference<>() {};
    private static final String ACTIVITY_ROWS = "20";

    private final EntityRegister register;
    private final Pins pins;
    private final Differences differences;
    private final ServiceCalls calls;
    private final Frame frame;

    RegisterPages(EntityRegister register, Pins pins, Differences differences, ServiceCalls calls, Frame frame) {
        this.register = register;
        this.pins = pins;
        this.differences = differences;
        this.calls = calls;
        this.frame = frame;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "entities");
        Search search = Search.in(register.rows(businessId), query, kind, page);
        model.addAttribute("search", search);
        pin(model, person, businessId, search);
        return "entities";
    }

    /** A list without pins is better than no list, as long as it says so. */
    private void pin(Model model, Person person, String businessId, Search search) {
        try {
            model.addAttribute(
                    "pins",
                    pins.of(
                            person,
                            businessId,
                            search.rows().stream().map(EntityRow::entityId).toList()));
            model.addAttribute("pinsAway", false);
        } catch (ServiceProblem away) {
            model.addAttribute("pins", Map.of());
            model.addAttribute("pinsAway", true);
        }
    }

    @GetMapping("/{entityId}")
    String entity(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String entityId,
            Model model,
            WebSession session) {
        Entity entity = register.find(businessId, entityId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such entity."));
        frame.around(model, person, businessId, session, "entities");
        model.addAttribute("entity", entity);
        Map<String, EntityRow> holders = holders(businessId, entity);
        model.addAttribute("holders", holders);
        model.addAttribute(
                "names", holders.values().stream().collect(Collectors.toMap(EntityRow::entityId, EntityRow::name)));
        fromReports(model, person, businessId, entityId);
        return "entity";
    }

    /** What was written to its client last is taken back; how far that went is told by its activity. */
    @PostMapping("/{entityId}/undo")
    String undo(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String entityId,
            WebSession session) {
        try {
            calls.send(
                    person,
                    CONNECTOR,
                    "POST",
                    "/api/businesses/%s/entities/%s/undo".formatted(businessId, ServiceCalls.part(entityId)),
                    null);
            Frame.tell(session, "The undo is on its way. Its activity says what was taken back.");
        } catch (ServiceProblem refused) {
            Frame.warn(session, "Nothing was undone. " + refused.getMessage());
        }
        return "redirect:/businesses/{businessId}/entities/{entityId}";
    }

    /** Who holds its roles, by name; those who are no records of the portal are missing here. */
    private Map<String, EntityRow> holders(String businessId, Entity entity) {
        List<String> ids = entity.getRelationships().stream()
                .map(Relationship::getEntityId)
                .distinct()
                .toList();
        return register.rows(businessId, ids).stream().collect(Collectors.toMap(EntityRow::entityId, row -> row));
    }

    private void fromReports(Model model, Person person, String businessId, String entityId) {
        try {
            List<Pins.Pin> ofEntity =
                    pins.of(person, businessId, List.of(entityId)).getOrDefault(entityId, List.of());
            model.addAttribute("pins", ofEntity);
            model.addAttribute("linked", ofEntity.stream().anyMatch(Pins.Pin::isGood));
            model.addAttribute("differences", differences.ofEntity(person, businessId, entityId));
            model.addAttribute(
                    "happenings",
                    calls.get(
                                    person,
                                    REPORT,
                                    "/api/businesses/%s/activity?limit=%s&entityId=%s"
                                            .formatted(businessId, ACTIVITY_ROWS, ServiceCalls.part(entityId)),
                                    HAPPENINGS)
                            .all());
            model.addAttribute("reportsAway", false);
        } catch (ServiceProblem away) {
            model.addAttribute("pins", List.of());
            model.addAttribute("linked", false);
            model.addAttribute("differences", List.of());
            model.addAttribute("happenings", List.of());
            model.addAttribute("reportsAway", true);
        }
    }
}

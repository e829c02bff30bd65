package com.nowinfinity.xpm.portal.offers;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.portal.differences.Differences;
import com.nowinfinity.xpm.portal.entities.EntityChange;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.VersionConflict;
import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.imports.FromXpm;
import com.nowinfinity.xpm.portal.imports.Offer;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import com.nowinfinity.xpm.portal.sync.XeroSection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/**
 * What the newest report calls missing in NowInfinity: to look at, and to take one by one. XPM has more clients without
 * an entity, as people who only lodge a tax return, and clients that one of our entities is or may be.
 */
@PageController
@RequestMapping("/businesses/{businessId}/offers")
class OfferPages {

    private static final int ROWS = 25;

    private final FromXpm fromXpm;
    private final Differences differences;
    private final EntityRegister register;
    private final XeroSection section;
    private final ServiceCalls calls;
    private final Frame frame;

    OfferPages(
            FromXpm fromXpm,
            Differences differences,
            EntityRegister register,
            XeroSection section,
            ServiceCalls calls,
            Frame frame) {
        this.fromXpm = fromXpm;
        this.differences = differences;
        this.register = register;
        this.section = section;
        this.calls = calls;
        this.frame = frame;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "offers");
        section.newestReport(model, person, businessId);
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        List<Offer> without = fromXpm.offers(businessId);
        Set<String> missing = differences.missingInNowInfinity(person, businessId);
        List<Offer> all = without.stream()
                .filter(offer -> missing.contains(offer.clientId()))
                .toList();
        List<Offer> found = all.stream()
                .filter(offer -> offer.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 1, pages);
        model.addAttribute("total", all.size());
        model.addAttribute("left", without.size() - all.size());
        model.addAttribute("found", found.size());
        model.addAttribute("query", query.strip());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("offers", found.subList((at - 1) * ROWS, Math.min(at * ROWS, found.size())));
        return "offers";
    }

    /** Makes an entity of it, and says that the two are one. A second click finds the first one's entity. */
    @PostMapping("/take")
    String take(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        String clientId = form.text("clientId");
        Entity entity = fromXpm.offered(businessId, clientId)
                .filter(client ->
                        differences.missingInNowInfinity(person, businessId).contains(clientId))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This client is not on offer any more. Reload the list."));
        try {
            register.record(businessId, new EntityChange(ChangeCause.IMPORTED, null, entity));
        } catch (VersionConflict takenBefore) {
            // The entity is there; what may be missing is the link.
        }
        try {
            calls.send(
                    person,
                    CONNECTOR,
                    "PUT",
                    "/api/businesses/%s/entities/%s/link".formatted(businessId, entity.getEntityId()),
                    Map.of("clientId", clientId));
            fromXpm.taken(businessId, clientId, entity.getEntityId());
            Frame.tell(session, entity.getName() + " is in NowInfinity now, and linked to its client in XPM.");
            return "redirect:/businesses/{businessId}/entities/" + entity.getEntityId();
        } catch (ServiceProblem refused) {
            Frame.warn(
                    session,
                    "%s is in NowInfinity now, but not yet linked: %s Take it once more to link it."
                            .formatted(entity.getName(), refused.getMessage()));
            return "redirect:/businesses/{businessId}/offers";
        }
    }
}

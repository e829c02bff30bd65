package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntityRow;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;

/** Which client an entity is: those that the report names, and all others by a search. */
@PageController
class ClientChoice {

    private final Differences differences;
    private final EntityRegister register;
    private final Clients clients;
    private final Frame frame;

    ClientChoice(Differences differences, EntityRegister register, Clients clients, Frame frame) {
        this.differences = differences;
        this.register = register;
        this.clients = clients;
        this.frame = frame;
    }

    /** @param query what to search for; without one and without candidates, what the entity is called */
    @GetMapping("/businesses/{businessId}/discrepancies/choice")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String entityId,
            @RequestParam(required = false) @Nullable String query,
            Model model,
            WebSession session) {
        Entity entity = register.find(businessId, entityId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such entity."));
        Difference row = differences
                .row(person, businessId, id, entityId)
                .filter(found -> found.offers("LINK"))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is nothing to choose any more. Reload the list of discrepancies."));
        frame.around(model, person, businessId, session, "discrepancies");
        String wanted = query != null ? query.strip() : row.choices().isEmpty() ? entity.getName() : "";
        Items<Candidate> found =
                wanted.isEmpty() ? new Items<>(List.of(), null) : clients.search(person, businessId, wanted);
        Set<String> named = row.choices().stream().map(Candidate::clientId).collect(Collectors.toSet());
        List<Candidate> others = found.all().stream()
                .filter(client -> !named.contains(client.clientId()))
                .toList();
        model.addAttribute("entity", entity);
        model.addAttribute("row", row);
        model.addAttribute("query", wanted);
        model.addAttribute("clients", others);
        model.addAttribute("more", found.next() != null);
        model.addAttribute("linked", names(businessId, others));
        return "choice";
    }

    /** What the entities are called that some of the clients are linked to. */
    private Map<String, String> names(String businessId, List<Candidate> found) {
        Set<String> entityIds = found.stream()
                .flatMap(client -> Stream.ofNullable(client.entityId()))
                .collect(Collectors.toSet());
        return register.rows(businessId, entityIds).stream()
                .collect(Collectors.toMap(EntityRow::entityId, EntityRow::name));
    }
}

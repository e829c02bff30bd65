package com.nowinfinity.xpm.portal.pushes;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** The groups that XPM has, as far as they fit; fetched when somebody is about to choose one. */
@PageController
class GroupChoices {

    private static final TypeReference<Items<Group>> GROUPS = new TypeReference<>() {};
    private static final int AT_ONCE = 100;

    private final ServiceCalls calls;
    private final Frame frame;

    GroupChoices(ServiceCalls calls, Frame frame) {
        this.calls = calls;
        this.frame = frame;
    }

    @GetMapping("/businesses/{businessId}/groups")
    String options(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            Model model) {
        frame.within(model, person, businessId);
        String path = UriComponentsBuilder.fromPath("/api/businesses/{businessId}/groups")
                .queryParam("limit", AT_ONCE)
                .queryParam("query", "{query}")
                .encode()
                .buildAndExpand(businessId, query)
                .toUriString();
        Items<Group> groups = calls.get(person, REPORT, path, GROUPS);
        model.addAttribute("groups", groups.all());
        model.addAttribute("more", groups.next() != null);
        model.addAttribute("query", query);
        return "parts/groups :: options";
    }
}

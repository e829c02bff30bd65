package com.nowinfinity.xpm.portal.overview;

import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.signin.Person;
import com.nowinfinity.xpm.portal.sync.XeroSection;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.WebSession;

/** Where a person starts: what the portal knows, and what to do next. */
@PageController
class HomePage {

    private final Overviews overviews;
    private final XeroSection section;
    private final Frame frame;

    HomePage(Overviews overviews, XeroSection section, Frame frame) {
        this.overviews = overviews;
        this.section = section;
        this.frame = frame;
    }

    @GetMapping("/businesses/{businessId}")
    String page(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Model model, WebSession session) {
        frame.around(model, person, businessId, session, "home");
        model.addAttribute("state", overviews.of(businessId));
        section.showReports(model, person, businessId);
        return "home";
    }
}

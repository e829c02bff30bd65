package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.signin.Person;
import com.nowinfinity.xpm.portal.sync.XeroSection;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.WebSession;

/** All discrepancies of the newest report, in its order, page by page. */
@PageController
class DifferencesPage {

    private static final int ROWS = 50;

    /** The contract's codes, in the order of its list. */
    private static final List<String> KINDS = List.of(
            "missing-in-xpm",
            "missing-in-nowinfinity",
            "archived-in-xpm",
            "duplicate-in-xpm",
            "prospect-in-xpm",
            "ambiguous-match",
            "link-contradicted",
            "recorded-differently",
            "field-differs",
            "asic-change-due",
            "number-invalid",
            "number-missing",
            "trustee-number-on-trust",
            "label-unknown",
            "structure-differs",
            "state-differs",
            "role-missing-in-xpm",
            "role-missing-in-nowinfinity",
            "role-ceased",
            "role-dates-differ",
            "shares-differ",
            "another-app-changes");

    private final Differences differences;
    private final XeroSection section;
    private final Frame frame;

    DifferencesPage(Differences differences, XeroSection section, Frame frame) {
        this.differences = differences;
        this.section = section;
        this.frame = frame;
    }

    @GetMapping("/businesses/{businessId}/discrepancies")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String runId,
            @RequestParam(defaultValue = "") String cursor,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "discrepancies");
        Items<Difference> found = differences.find(
                person, businessId, new Differences.Wanted(kind, severity, state, "", runId), cursor, ROWS);
        model.addAttribute("rows", found.all());
        model.addAttribute("next", found.next());
        model.addAttribute("paged", !cursor.isEmpty());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", kind);
        model.addAttribute("severity", severity);
        model.addAttribute("state", state);
        model.addAttribute("runId", runId);
        section.newestReport(model, person, businessId);
        return "discrepancies";
    }
}

package com.nowinfinity.xpm.portal.sync;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;
import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import tools.jackson.core.type.TypeReference;

/** The Xero section: the newest run, and the reports. A part of several pages. */
public final class XeroSection {

    private static final TypeReference<Items<Report>> REPORTS = new TypeReference<>() {};
    private static final int SHOWN = 20;

    private final ServiceCalls calls;
    private final LastRuns runs;

    XeroSection(ServiceCalls calls, LastRuns runs) {
        this.calls = calls;
        this.runs = runs;
    }

    public void show(Model model, Person person, String businessId) {
        showReports(model, person, businessId);
        model.addAttribute("run", newest(person, businessId));
    }

    /** A report service that is away leaves the rest of the page as it is. */
    public void showReports(Model model, Person person, String businessId) {
        try {
            model.addAttribute("reports", reports(person, businessId, SHOWN));
            model.addAttribute("reportsAway", false);
        } catch (ServiceProblem away) {
            model.addAttribute("reports", List.of());
            model.addAttribute("reportsAway", true);
        }
    }

    /** For a page that offers the newest report's files. */
    public void newestReport(Model model, Person person, String businessId) {
        List<Report> newest = reports(person, businessId, 1);
        model.addAttribute("report", newest.isEmpty() ? null : newest.getFirst());
    }

    List<Report> reports(Person person, String businessId, int limit) {
        return calls.get(person, REPORT, "/api/businesses/" + businessId + "/reports?limit=" + limit, REPORTS)
                .all();
    }

    Run run(Person person, String businessId, String runId) {
        return calls.get(person, CONNECTOR, path(businessId) + "/" + ServiceCalls.part(runId), Run.class);
    }

    static String path(String businessId) {
        return "/api/businesses/" + businessId + "/sync-runs";
    }

    private @Nullable Run newest(Person person, String businessId) {
        Optional<String> runId = runs.of(businessId);
        try {
            return runId.isEmpty() ? null : run(person, businessId, runId.get());
        } catch (ServiceProblem refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw refused;
        }
    }
}

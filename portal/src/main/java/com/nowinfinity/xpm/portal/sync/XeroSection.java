package com.nowinfinity.xpm.portal.sync;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;
import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import tools.jackson.core.type.TypeReference;

/** The Xero section: the newest run, and the reports. A part of several pages. */
public final class XeroSection {

    private static final TypeReference<Items<Report>> REPORTS = new TypeReference<>() {};
    private static final int SHOWN = 20;

    /** Why no run can be asked for, by the state of the connection. */
    private static final Map<String, String> UNREADY = Map.of(
            "NOT_CONNECTED", "Connect Xero Practice Manager first.",
            "CHOOSE_ORGANISATION", "Choose the organisation to use first.",
            "RECONNECT_REQUIRED", "Connect Xero Practice Manager again first.");

    private final ServiceCalls calls;
    private final LastRuns runs;
    private final Waits waits;

    /** {@code GET /connection}, as far as it says whether a run can be asked for. */
    private record State(String state) {}

    XeroSection(ServiceCalls calls, LastRuns runs, Waits waits) {
        this.calls = calls;
        this.runs = runs;
        this.waits = waits;
    }

    public void show(Model model, Person person, String businessId) {
        show(model, person, businessId, stateOf(person, businessId));
    }

    /** @param connection the state of the connection, which says whether a run can be asked for */
    public void show(Model model, Person person, String businessId, String connection) {
        showAround(model, person, businessId, newest(person, businessId), connection);
    }

    /** As {@link #show}, around a run that somebody looks at. */
    void showAround(Model model, Person person, String businessId, @Nullable Run run) {
        showAround(model, person, businessId, run, stateOf(person, businessId));
    }

    private void showAround(Model model, Person person, String businessId, @Nullable Run run, String connection) {
        // An older run that somebody looks at says nothing of the one that may go on.
        boolean goesOn = run != null && run.isLive();
        showReports(model, person, businessId, goesOn ? run : newestIfTold(person, businessId));
        model.addAttribute("run", run);
        model.addAttribute("unready", UNREADY.get(connection));
    }

    /**
     * The reports, whether another one is being made, and whether XPM is waited for; a service that is away leaves out
     * what it would have told.
     */
    public void showReports(Model model, Person person, String businessId) {
        showReports(model, person, businessId, newestIfTold(person, businessId));
    }

    /** A report service that is away leaves the rest of the page as it is. */
    private void showReports(Model model, Person person, String businessId, @Nullable Run run) {
        Items<Report> found = new Items<>(List.of(), null);
        boolean away = false;
        try {
            found = page(person, businessId, SHOWN);
        } catch (ServiceProblem problem) {
            away = true;
        }
        model.addAttribute("reports", found.all());
        model.addAttribute("reportsAway", away);
        model.addAttribute("firstReport", first(found));
        // Whose page a person has left is told there; here only that it goes on.
        model.addAttribute("going", run != null && run.isLive() ? run : null);
        showWait(model, person, businessId);
    }

    /** For {@code parts/wait}. */
    void showWait(Model model, Person person, String businessId) {
        model.addAttribute("wait", waits.of(person, businessId).orElse(null));
    }

    /** The id of the very first report: nothing in it is new since another one. Null where it is not among these. */
    static @Nullable String first(Items<Report> newestFirst) {
        List<Report> reports = newestFirst.all();
        return newestFirst.next() != null || reports.isEmpty()
                ? null
                : reports.getLast().reportId();
    }

    /** For a page that offers the newest report's files. */
    public void newestReport(Model model, Person person, String businessId) {
        List<Report> newest = page(person, businessId, 1).all();
        model.addAttribute("report", newest.isEmpty() ? null : newest.getFirst());
    }

    Items<Report> page(Person person, String businessId, int limit) {
        return calls.get(person, REPORT, "/api/businesses/" + businessId + "/reports?limit=" + limit, REPORTS);
    }

    Run run(Person person, String businessId, String runId) {
        return calls.get(person, CONNECTOR, path(businessId) + "/" + ServiceCalls.part(runId), Run.class);
    }

    static String path(String businessId) {
        return "/api/businesses/" + businessId + "/sync-runs";
    }

    private String stateOf(Person person, String businessId) {
        return calls.get(person, CONNECTOR, "/api/businesses/" + businessId + "/connection", State.class)
                .state();
    }

    private @Nullable Run newestIfTold(Person person, String businessId) {
        try {
            return newest(person, businessId);
        } catch (ServiceProblem away) {
            return null;
        }
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

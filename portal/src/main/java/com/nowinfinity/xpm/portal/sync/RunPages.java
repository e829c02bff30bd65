package com.nowinfinity.xpm.portal.sync;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.WebSession;

/** Step C: run, see how far it is, call it off. */
@PageController
@RequestMapping("/businesses/{businessId}")
class RunPages {

    private static final String RUN_PAGE = "redirect:/businesses/{businessId}/sync-runs/";
    /** Ticked all, they mean a whole run. */
    private static final int KINDS = 4;

    private static final String SECTION = "redirect:/businesses/{businessId}/sync";

    private final ServiceCalls calls;
    private final XeroSection section;
    private final LastRuns runs;
    private final InstantSource clock;
    private final Frame frame;

    RunPages(ServiceCalls calls, XeroSection section, LastRuns runs, InstantSource clock, Frame frame) {
        this.calls = calls;
        this.section = section;
        this.runs = runs;
        this.clock = clock;
        this.frame = frame;
    }

    @GetMapping("/sync")
    String section(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Model model, WebSession session) {
        frame.around(model, person, businessId, session, "sync");
        section.show(model, person, businessId);
        return "sync";
    }

    @PostMapping("/sync-runs")
    String run(@AuthenticationPrincipal Person person, @PathVariable String businessId, Form form, WebSession session) {
        List<String> kinds = form.all("kinds");
        Map<String, Object> wanted = Map.of(
                "kinds",
                kinds.size() == KINDS ? List.of() : kinds,
                "refreshData",
                form.isTicked("refreshData"),
                "preview",
                false);
        try {
            String runId = calls.read(calls.send(person, CONNECTOR, "POST", XeroSection.path(businessId), wanted))
                    .path("runId")
                    .asString();
            runs.keep(businessId, runId, clock.instant());
            return RUN_PAGE + runId;
        } catch (ServiceProblem refused) {
            return refused(refused, businessId, session);
        }
    }

    private String refused(ServiceProblem refused, String businessId, WebSession session) {
        String other = refused.runId();
        if (other == null) {
            Frame.warn(session, refused.title() + ". " + refused.getMessage());
            return SECTION;
        }
        runs.keep(businessId, other, clock.instant());
        Frame.warn(
                session,
                "A run is already going; this is how far it is. Start yours when it has ended, or cancel this one.");
        return RUN_PAGE + other;
    }

    @GetMapping("/sync-runs/{runId}")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String runId,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "sync");
        section.showAround(model, person, businessId, section.run(person, businessId, runId));
        return "sync";
    }

    /** How far it is, again and again; tells the page when the run has ended. */
    @GetMapping("/sync-runs/{runId}/progress")
    String progress(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String runId,
            ServerHttpResponse response,
            Model model) {
        frame.within(model, person, businessId);
        Run run = section.run(person, businessId, runId);
        model.addAttribute("run", run);
        section.showWait(model, person, businessId);
        if (!run.isLive()) {
            response.getHeaders().set("HX-Trigger", "run-ended");
        }
        return "parts/progress :: progress";
    }

    @PostMapping("/sync-runs/{runId}/cancel")
    String cancel(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String runId,
            WebSession session) {
        try {
            calls.send(
                    person, CONNECTOR, "DELETE", XeroSection.path(businessId) + "/" + ServiceCalls.part(runId), null);
            Frame.tell(session, "The run is being cancelled; what it was comparing is left as it was.");
        } catch (ServiceProblem refused) {
            Frame.warn(session, refused.title() + ". " + refused.getMessage());
        }
        return RUN_PAGE + runId;
    }
}

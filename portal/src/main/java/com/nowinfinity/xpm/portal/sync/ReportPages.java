package com.nowinfinity.xpm.portal.sync;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;

/** The reports and their files. */
@PageController
@RequestMapping("/businesses/{businessId}/reports")
class ReportPages {

    private static final int ALL = 500;
    /** With the policy, since the page to print brings its style with it, which the portal's own policy forbids. */
    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LENGTH,
            "Content-Security-Policy");

    private final ServiceCalls calls;
    private final XeroSection section;
    private final Frame frame;

    ReportPages(ServiceCalls calls, XeroSection section, Frame frame) {
        this.calls = calls;
        this.section = section;
        this.frame = frame;
    }

    /** The list alone, for a page that hears of a new one. */
    @GetMapping
    String list(@AuthenticationPrincipal Person person, @PathVariable String businessId, Model model) {
        frame.within(model, person, businessId);
        section.showReports(model, person, businessId);
        return "parts/reports :: list";
    }

    @GetMapping("/{reportId}")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String reportId,
            Model model,
            WebSession session) {
        frame.around(model, person, businessId, session, "sync");
        Items<Report> all = section.page(person, businessId, ALL);
        model.addAttribute(
                "report",
                all.all().stream()
                        .filter(report -> report.reportId().equals(reportId))
                        .findFirst()
                        .orElseThrow(
                                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such report.")));
        model.addAttribute("isFirst", reportId.equals(XeroSection.first(all)));
        return "report";
    }

    /** The service's own answer, passed on as it comes. */
    @GetMapping("/{reportId}/download")
    ResponseEntity<InputStreamResource> download(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String reportId,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String sheets,
            @RequestParam(defaultValue = "false") String inline) {
        String wanted = "/api/businesses/%s/reports/%s/download?format=%s&inline=%s"
                .formatted(
                        businessId, ServiceCalls.part(reportId), ServiceCalls.part(format), ServiceCalls.part(inline));
        HttpResponse<InputStream> file = calls.download(
                person, REPORT, sheets.isEmpty() ? wanted : wanted + "&sheets=" + ServiceCalls.part(sheets));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        for (String name : PASSED_ON) {
            file.headers().firstValue(name).ifPresent(value -> answer.header(name, value));
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").body(new InputStreamResource(file.body()));
    }
}

package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.CostlyCalls;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.SyncRequested;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sync Data: run, follow, call off. */
@RestController
@RequestMapping("/api/businesses/{businessId}/sync-runs")
class RunController {

    private static final Set<String> FIELDS = Set.of("kinds", "refreshData", "preview");

    private final Runs runs;
    private final Businesses businesses;
    private final InstantSource clock;
    private final CostlyCalls costly;
    private final Supplier<UUID> ids = UUID::randomUUID;

    RunController(Runs runs, Businesses businesses, InstantSource clock, CostlyCalls costly) {
        this.runs = runs;
        this.businesses = businesses;
        this.clock = clock;
        this.costly = costly;
    }

    record Begun(String runId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun run(@PathVariable String businessId, @RequestBody Map<String, @Nullable Object> body, Caller caller) {
        Checks.fields(body, FIELDS);
        SyncRequested request = request(businessId, body, caller);
        if (request.getPreview()) {
            costly.admit(caller, businessId);
        }
        Business business = businesses.load(businessId);
        requireConnected(business.connection().state());
        while (!runs.begin(Run.requested(request, business.connection().tenantId()))) {
            Run active = runs.active(businessId);
            if (active != null) {
                throw inProgress(active.request().getRunId());
            }
        }
        return new Begun(request.getRunId());
    }

    @GetMapping("/{runId}")
    RunView run(@PathVariable String businessId, @PathVariable String runId) {
        return RunView.of(found(runs.find(businessId, runId)), clock.instant());
    }

    /** A run that is over stays as it is. */
    @DeleteMapping("/{runId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(@PathVariable String businessId, @PathVariable String runId, Caller caller) {
        SyncRequested cancel = SyncRequested.newBuilder()
                .setEventId(ids.get().toString())
                .setBusinessId(businessId)
                .setOccurredAt(now())
                .setRunId(runId)
                .setRequestedBy(caller.sub())
                .setCancel(true)
                .build();
        found(runs.change(businessId, runId, run -> run.isActive() ? run.cancelling(cancel) : run));
    }

    private SyncRequested request(String businessId, Map<String, @Nullable Object> body, Caller caller) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>(body);
        form.put("eventId", ids.get().toString());
        form.put("businessId", businessId);
        form.put("runId", ids.get().toString());
        form.put("requestedBy", caller.sub());
        SyncRequested request = JsonForm.read(form, SyncRequested.class);
        if (request.getKinds().contains(RunKind.UNKNOWN)) {
            throw ProblemException.invalidField("invalid-field", "kinds", "UNKNOWN is no kind");
        }
        return SyncRequested.newBuilder(request).setOccurredAt(now()).build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireConnected(ConnectionState state) {
        switch (state) {
            case CONNECTED -> {}
            case RECONNECT_REQUIRED ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "reconnect-required",
                        "Reconnect required",
                        "Xero no longer accepts our access: connect again before running.");
            case NOT_CONNECTED, CHOOSE_ORGANISATION, UNKNOWN ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "not-connected",
                        "Not connected",
                        "Connect to Xero Practice Manager and choose an organisation before running.");
        }
    }

    private static ProblemException inProgress(String runId) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "run-in-progress",
                        "A run is in progress",
                        "Another run of this business has to end or be cancelled first.")
                .with("runId", runId);
    }

    private static Run found(@Nullable Run run) {
        if (run == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "run-not-found", "Not Found", "There is no such run.");
        }
        return run;
    }
}

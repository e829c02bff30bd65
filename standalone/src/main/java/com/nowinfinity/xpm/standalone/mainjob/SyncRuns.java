package com.nowinfinity.xpm.standalone.mainjob;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Step C: Sync Data → Run, followed to its report. */
final class SyncRuns {

    private final Site site;
    private final ServiceCalls calls;
    private final Patience patience;
    private final Duration limit;

    SyncRuns(Site site, ServiceCalls calls, Patience patience, Duration limit) {
        this.site = site;
        this.calls = calls;
        this.patience = patience;
        this.limit = limit;
    }

    /** A run that has ended well, as {@code GET /sync-runs/{runId}} shows it, with its report. */
    JsonNode run() {
        JsonNode requested = calls.change(
                "POST",
                site.connector("/sync-runs"),
                Map.of("kinds", List.of(), "refreshData", false, "preview", false),
                202);
        String runId = requested.path("runId").asString();
        return patience.until("report of run " + runId, limit, () -> completed(runId));
    }

    private Optional<JsonNode> completed(String runId) {
        JsonNode run = calls.get(site.connector("/sync-runs/" + runId));
        String state = run.path("state").asString();
        if (state.equals("FAILED") || state.equals("CANCELLED")) {
            throw new FellShortException("Run %s ended as %s: %s".formatted(runId, state, run));
        }
        return state.equals("COMPLETED") && run.path("reportId").isString() ? Optional.of(run) : Optional.empty();
    }
}

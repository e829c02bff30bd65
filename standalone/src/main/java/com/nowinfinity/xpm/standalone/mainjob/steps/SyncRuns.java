package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Step C: Sync Data → Run, followed to its report. */
public final class SyncRuns {

    private final Site site;
    private final ServiceCalls calls;
    private final Patience patience;
    private final Duration limit;

    public SyncRuns(Desk desk, Duration limit) {
        this.site = desk.site();
        this.calls = desk.calls();
        this.patience = desk.patience();
        this.limit = limit;
    }

    /** A run that has ended well, as {@code GET /sync-runs/{runId}} shows it, with its report. */
    public JsonNode run() {
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

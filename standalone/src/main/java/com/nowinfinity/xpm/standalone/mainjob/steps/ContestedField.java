package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.judging.Finding;
import com.nowinfinity.xpm.standalone.mainjob.judging.SimulatorView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A telephone number that NowInfinity writes and another application puts back: after the second time it is left alone,
 * and the report says why.
 */
public final class ContestedField {

    private static final String PHONE = "phone";

    private final Desk desk;
    private final SimulatorView simulator;
    private final Duration limit;
    private final FollowedChanges.Told written;

    /** @param written the number that has followed into XPM by itself */
    public ContestedField(Desk desk, SimulatorView simulator, Duration limit, FollowedChanges.Told written) {
        this.desk = desk;
        this.simulator = simulator;
        this.limit = limit;
        this.written = written;
    }

    /** What the other application does inside XPM. */
    public void putBack() {
        simulator.edit(written.clientId(), Map.of("Phone", written.former()));
    }

    /** The row after the first time: a change in XPM as any other. */
    public Finding changed() {
        return row("field-differs");
    }

    /** The row after the second time. */
    public Finding contested() {
        return row("another-app-changes");
    }

    /** A person looks at the row and decides for NowInfinity's value, which is written again. */
    public void insist() {
        JsonNode row = desk
                .calls()
                .all(desk.site().report("/discrepancies?kind=field-differs&entityId=" + written.entityId()))
                .stream()
                .filter(found -> found.path("field").asString().equals(PHONE))
                .findFirst()
                .orElseThrow(() -> new FellShortException("The number that was put back is no discrepancy."));
        List<Map<String, String>> items = List.of(Map.of("id", row.path("id").asString(), "action", "PUSH"));
        String resolutionId = desk.calls()
                .change(
                        "POST",
                        desk.site().report("/discrepancies/resolutions"),
                        Map.of("items", items, "preview", false),
                        202)
                .path("resolutionId")
                .asString();
        JsonNode resolution = desk.patience()
                .until("end of the resolution of the number that was put back", limit, () -> over(resolutionId));
        if (!written.isIn(simulator.client(written.clientId()))) {
            throw new FellShortException("What a person decided for is not in XPM: " + resolution);
        }
    }

    private Optional<JsonNode> over(String resolutionId) {
        JsonNode resolution = desk.calls().get(desk.site().report("/discrepancies/resolutions/" + resolutionId));
        return switch (resolution.path("state").asString()) {
            case "COMPLETED", "FAILED" -> Optional.of(resolution);
            default -> Optional.empty();
        };
    }

    private Finding row(String kind) {
        return new Finding(kind, written.entityId(), written.clientId(), PHONE);
    }
}

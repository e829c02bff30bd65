package com.nowinfinity.xpm.notification.notices;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The notice that an event is worth, if any. Whoever asked for something hears of it; else everybody does. */
public final class Notices {

    /** Runs that a timetable started were asked for by nobody. */
    private static final String SCHEDULE = "schedule";

    private Notices() {}

    public static Optional<Notice> of(SpecificRecord event) {
        return switch (event) {
            case ReportPublished report -> Optional.of(ready(report));
            case SyncFinished run
            when run.getState() == RunEnd.FAILED ->
                Optional.of(ended(run, "run-failed", "Sync Data failed", "The run ended early: no report was made."));
            case SyncFinished run
            when run.getState() == RunEnd.CANCELLED ->
                Optional.of(ended(
                        run, "run-cancelled", "Sync Data was cancelled", "The run was stopped: no report was made."));
            case ConnectionChanged connection
            when connection.getState() == ConnectionState.RECONNECT_REQUIRED -> Optional.of(reconnect(connection));
            default -> Optional.empty();
        };
    }

    private static Notice ready(ReportPublished report) {
        long found = report.getCounts().stream().mapToLong(Count::getCount).sum();
        String text = switch ((int) Math.min(found, 2)) {
            case 0 -> "NowInfinity and Xero Practice Manager are in step.";
            case 1 -> "One discrepancy was found.";
            default -> "%,d discrepancies were found.".formatted(found);
        };
        return notice(
                report.getBusinessId(),
                "report-ready",
                report.getReportId(),
                "The discrepancy report is ready",
                text,
                "/reports/" + encoded(report.getReportId()),
                report.getOccurredAt(),
                asker(report.getRequestedBy()));
    }

    private static Notice ended(SyncFinished run, String kind, String title, String otherwise) {
        Reason reason = run.getReason();
        return notice(
                run.getBusinessId(),
                kind,
                run.getRunId(),
                title,
                reason == null || reason.getText().isBlank() ? otherwise : reason.getText(),
                "/sync-runs/" + encoded(run.getRunId()),
                run.getOccurredAt(),
                asker(run.getRequestedBy()));
    }

    /** Once for each authorisation that was lost. */
    private static Notice reconnect(ConnectionChanged connection) {
        return notice(
                connection.getBusinessId(),
                "reconnect-required",
                Long.toString(connection.getEpoch()),
                "Connect to Xero Practice Manager again",
                "Xero no longer accepts the connection. Nothing is lost: changes wait until somebody connects again"
                        + " under Settings, Practice Management.",
                "/settings/practice-management",
                connection.getOccurredAt(),
                null);
    }

    private static Notice notice(
            String businessId,
            String kind,
            String about,
            String title,
            String text,
            String path,
            Instant at,
            @Nullable String recipient) {
        String name = encoded(businessId) + "/" + kind + "/" + encoded(about);
        return new Notice(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                businessId,
                kind,
                title,
                text,
                "/businesses/" + encoded(businessId) + path,
                at,
                recipient);
    }

    private static @Nullable String asker(@Nullable String requestedBy) {
        return requestedBy == null || requestedBy.isBlank() || requestedBy.equals(SCHEDULE) ? null : requestedBy;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

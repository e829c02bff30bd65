package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.SyncRequested;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Begins the runs that a schedule asks for. Every instance looks; a run's id follows from its time, so that of two
 * instances, or after a restart, one begins it and the others find it begun. A time at which a run goes, or no
 * organisation is connected, is let go.
 */
final class ScheduledRuns {

    /** In place of a person: nobody asked for it just now. */
    static final String REQUESTED_BY = "schedule";

    private final Businesses businesses;
    private final Runs runs;
    private final ScheduleBook book;
    private final InstantSource clock;
    private final Duration catchUp;

    /** @param catchUp how old a missed time may be to be made up for */
    ScheduledRuns(Businesses businesses, Runs runs, ScheduleBook book, InstantSource clock, Duration catchUp) {
        this.businesses = businesses;
        this.runs = runs;
        this.book = book;
        this.clock = clock;
        this.catchUp = catchUp;
    }

    void begin() {
        businesses.withSchedule().forEach(this::begin);
    }

    private void begin(String businessId) {
        Business business = businesses.load(businessId);
        String expression = business.choices().settings().getSchedule();
        Instant now = clock.instant();
        if (expression == null || !new Schedule(expression).isUsable(now)) {
            return;
        }
        Schedule schedule = new Schedule(expression);
        Instant due = schedule.newest(book.kept(businessId, schedule, now), now, catchUp);
        if (due == null) {
            return;
        }
        if (business.connection().state() == ConnectionState.CONNECTED) {
            runs.begin(Run.requested(
                    request(businessId, due, now), business.connection().tenantId()));
        }
        // Last, so that a crash before it begins the very same run again.
        book.keep(businessId, schedule, due);
    }

    private static SyncRequested request(String businessId, Instant due, Instant now) {
        return SyncRequested.newBuilder()
                .setEventId(made(businessId, "schedule-event", due))
                .setBusinessId(businessId)
                .setOccurredAt(now)
                .setRunId(made(businessId, "schedule-run", due))
                .setRequestedBy(REQUESTED_BY)
                .build();
    }

    private static String made(String businessId, String what, Instant due) {
        String name = businessId + "/" + what + "/" + due;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

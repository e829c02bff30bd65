package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.report.runs.RunWatch;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes reports and tells of them, on one thread of its own, when runs moved and, so that nothing is forgotten over a
 * crash, from time to time. Several instances may do the same: whoever is second finds it done.
 */
final class ReportDesk implements RunWatch, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReportMaker maker;
    private final ReportBook reports;
    private final EventPublisher publisher;
    private final Duration interval;
    private final Semaphore moved = new Semaphore(0);
    private final Thread worker = Thread.ofPlatform().name("report-desk").unstarted(this::work);
    private volatile boolean running;

    ReportDesk(ReportMaker maker, ReportBook reports, EventPublisher publisher, Duration interval) {
        this.maker = maker;
        this.reports = reports;
        this.publisher = publisher;
        this.interval = interval;
    }

    @Override
    public void runsMoved() {
        moved.release();
    }

    private void work() {
        while (running) {
            look();
            try {
                moved.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            moved.drainPermits();
        }
    }

    private void look() {
        try {
            maker.makeAll();
            reports.unpublished().forEach(this::tell);
        } catch (RuntimeException e) {
            LOG.warn("Reports are made later: {}", e.toString());
        }
    }

    private void tell(StoredReport report) {
        publisher.publish(Topics.REPORT_PUBLISHED, news(report));
        reports.published(report);
    }

    private static ReportPublished news(StoredReport report) {
        return ReportPublished.newBuilder()
                .setEventId(ReportIds.event(
                        report.head().businessId(), report.head().reportId()))
                .setBusinessId(report.head().businessId())
                .setOccurredAt(report.head().createdAt())
                .setRunId(report.head().runId())
                .setReportId(report.head().reportId())
                .setCounts(report.head().counts())
                .setRequestedBy(report.requestedBy())
                .build();
    }

    @Override
    public void start() {
        running = true;
        worker.start();
    }

    /** Lets a report that is being made be finished; what is cut off is made at the next start. */
    @Override
    public void stop() {
        running = false;
        moved.release();
        try {
            if (!worker.join(PATIENCE)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

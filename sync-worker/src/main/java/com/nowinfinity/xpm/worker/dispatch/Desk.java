package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.events.ConnectionTroubled;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher.Tools;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Everything for one business: its line, its gate, and the kinds of work. Opens at the first call. */
final class Desk {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private record Opened(
            Gate gate,
            EntityWork entities,
            PushWork pushes,
            DocumentWork documents,
            RunWork runs,
            ActionWork actions) {}

    private final String businessId;
    private final Tools tools;
    private final Opening opening;
    private final Line line;
    private @Nullable Opened opened;
    private int reportedCalls;
    private Instant reportedAt = Instant.EPOCH;

    Desk(String businessId, Tools tools, Opening opening, Alarm alarm, ExecutorService threads) {
        this.businessId = businessId;
        this.tools = tools;
        this.opening = opening;
        this.line = new Line(
                businessId,
                this::advance,
                this::reopen,
                threads,
                alarm,
                tools.gate().clock(),
                tools.settings());
    }

    void call(Work work) {
        line.call(work);
    }

    void connectionChanged() {
        line.connectionChanged();
    }

    void close() {
        line.close();
    }

    private Next advance(Work work) {
        Opened works = opened();
        Next next = switch (work) {
            case Work.ReadBack readBack -> Next.DONE;
            case Work.OfEntity entity -> works.entities().advance(entity.entityId());
            case Work.OfPush push -> works.pushes().expand(push.eventId());
            case Work.OfDocument document -> works.documents().record(document.documentId());
            case Work.OfRun run -> works.runs().advance(run.runId());
            case Work.OfAction action -> works.actions().carryOut(action.eventId());
        };
        report(works.gate());
        return next;
    }

    private synchronized Opened opened() {
        if (opened == null) {
            Gate gate = new Gate(
                    opening.open(businessId),
                    () -> tools.stores().connections().of(businessId),
                    tools.stores().organisations(),
                    tools.gate(),
                    tools.tokens(),
                    this::tellTrouble);
            Business business = new Business(
                    businessId,
                    tools.stores(),
                    gate,
                    tools.xpm(),
                    tools.events(),
                    tools.outcomes(),
                    tools.documents(),
                    tools.settings(),
                    tools.gate().clock(),
                    line::call);
            opened = new Opened(
                    gate,
                    new EntityWork(business, new DemandWork(business)),
                    new PushWork(business, tools.intake(), tools.gate().limits().perMinute()),
                    new DocumentWork(business),
                    new RunWork(business, tools.intake()),
                    new ActionWork(business));
            tools.stores().dueOf(businessId).forEach(line::call);
        }
        return opened;
    }

    /** After a failure nobody expected, what is stored counts and not what we remember: as after a crash. */
    private synchronized void reopen() {
        opened = null;
    }

    private void tellTrouble(Connection connection, ConnectionProblem problem) {
        tools.events()
                .publish(
                        Topics.CONNECTION_TROUBLED,
                        ConnectionTroubled.newBuilder()
                                .setEventId(tools.gate().ids().get())
                                .setBusinessId(businessId)
                                .setOccurredAt(tools.gate().clock().instant())
                                .setEpoch(connection.epoch())
                                .setProblem(problem)
                                .build());
    }

    /** Now and then, when calls were made; a report that does not get out is followed by another. */
    private synchronized void report(Gate gate) {
        String tenantId = tools.stores().connections().of(businessId).tenantId();
        Instant now = tools.gate().clock().instant();
        if (tenantId == null || now.isBefore(reportedAt.plus(BETWEEN_REPORTS))) {
            return;
        }
        Usage usage = gate.usage(tenantId);
        if (usage.calls() == reportedCalls) {
            return;
        }
        try {
            tools.events()
                    .publish(
                            Topics.USAGE_REPORTED,
                            UsageReported.newBuilder()
                                    .setEventId(tools.gate().ids().get())
                                    .setBusinessId(businessId)
                                    .setOccurredAt(now)
                                    .setMinuteLeft(usage.minuteLeft())
                                    .setDayLeft(usage.dayLeft())
                                    .setCalls(usage.calls())
                                    .setBytes(usage.bytes())
                                    .setWaiting(line.waiting())
                                    .setParked(line.parked())
                                    .setRetryAt(usage.retryAt())
                                    .build());
            reportedCalls = usage.calls();
            reportedAt = now;
        } catch (BrokerUnavailableException e) {
            reportedAt = now;
        }
    }
}

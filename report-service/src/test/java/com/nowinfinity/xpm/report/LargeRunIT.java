package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A practice of 15,000 clients: all that is told of it is taken, and how long that took is said. */
class LargeRunIT {

    private static final Logger LOG = LoggerFactory.getLogger(LargeRunIT.class);
    /** {@code -Dlarge-run.clients=15000} for the largest practice there is; a build takes a smaller one. */
    private static final int CLIENTS = Integer.getInteger("large-run.clients", 3_000);

    private static final int PAIRS = CLIENTS * 2 / 3;
    /** Seconds on a machine of its own; a build that shares two cores with others must not fail for that. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static TestReportService service;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
    }

    @Test
    void takesTheRunOfALargePractice() {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < PAIRS; i++) {
            sent.add(service.neighbours.publishLater(
                    Topics.ENTITY_COMPARED, events.compared("r-1", "c-" + i, "x-" + i, differences(i))));
        }
        for (int i = 0; i < CLIENTS; i++) {
            sent.add(service.neighbours.publishLater(
                    Topics.CLIENT_IMPORTED,
                    events.imported("t-1", "x-" + i, "Client " + i + " Pty Ltd", "004 085 616")));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        long published = System.nanoTime();
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, PAIRS));

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !service.items(events.businessId, "/reports").isEmpty());
        long reported = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !service.items(events.businessId, "/clients?query=Client%20" + (CLIENTS - 1))
                        .isEmpty());
        long mirrored = System.nanoTime();

        LOG.warn(
                "{} comparisons and {} clients: published in {} ms, reported {} ms and mirrored {} ms after that",
                PAIRS,
                CLIENTS,
                (published - begin) / 1_000_000,
                (reported - published) / 1_000_000,
                (mirrored - published) / 1_000_000);
        assertThat(service.json(events.businessId, "/discrepancies?limit=500").get("items"))
                .hasSize(500);
    }

    /** Half of the pairs differ, in one or two fields. */
    private static Difference[] differences(int i) {
        List<Difference> all = List.of(
                difference("field-differs", "email", "a" + i + "@ours.example", "b" + i + "@theirs.example"),
                difference("field-differs", "addresses.PRINCIPAL_PLACE", i + " High St, Carlton VIC 3053", "2 Low St"));
        return all.subList(0, i % 2 == 0 ? 0 : 1 + i % 4 / 3).toArray(Difference[]::new);
    }
}

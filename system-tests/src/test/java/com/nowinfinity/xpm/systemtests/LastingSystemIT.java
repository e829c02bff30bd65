package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.mainjob.MainJob;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One system that lives through all of this, in this order: a start takes longer than what happens in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LastingSystemIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);
    private static final Duration AGES = Duration.ofMinutes(2);

    private final Path dataDir = RunningSystem.folder("lasting").resolve("data");
    private final String portBase = Integer.toString(PortBase.free());
    private RunningSystem system = start();
    private Desk desk = new Desk(system.access());

    private RunningSystem start() {
        return RunningSystem.start(dataDir, "--port-base", portBase, "--seed", "1");
    }

    @BeforeAll
    void doesTheMainJob() {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();

        int code = MainJob.run(
                system.access(),
                dataDir.resolveSibling("reports"),
                new PrintStream(summary, true, StandardCharsets.UTF_8));

        assertThat(code).as(summary.toString(StandardCharsets.UTF_8)).isZero();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void bringsTheChangeOfAForeignPublisherToXpm() {
        JsonNode company = desk.linkedCompanyInStep();
        ForeignPublisher publisher = ForeignPublisher.install();

        String phone = "03 9000 4711";
        publisher.publishCorporateMessengerChange(system.access(), desk.businessId(), company, phone);

        String clientId = desk.clientOf(company);
        await("the change in XPM")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(desk.inXpm(clientId, "Phone")).isEqualToIgnoringWhitespace(phone));
        await("its outcome")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(
                                desk.outcome(company, company.path("version").asLong() + 1))
                        .isEqualTo("UPDATED"));
    }

    @Test
    @Order(2)
    void keepsEverythingOverARestart() {
        Access before = system.access();
        JsonNode overview = desk.overview();
        JsonNode connection = desk.connection();
        assertThat(connection.path("state").asString()).isEqualTo("CONNECTED");

        system.close();
        system = start();
        desk = new Desk(system.access());

        assertThat(desk.connection()).isEqualTo(connection);
        assertThat(desk.overview().path("entities").path("total"))
                .isEqualTo(overview.path("entities").path("total"));
        assertThat(desk.overview().path("imports").path("clients"))
                .isEqualTo(overview.path("imports").path("clients"));
        assertThat(desk.reports()).isNotEmpty();
        assertThat(before.businesses().getFirst().users().getFirst().password())
                .isEqualTo(system.access()
                        .businesses()
                        .getFirst()
                        .users()
                        .getFirst()
                        .password());
    }

    @Test
    @Order(3)
    void makesOneCompleteReportOfARunWhoseWorkerIsKilled() {
        List<String> before = desk.rowsOf(desk.newestReport());
        int reports = desk.reports().size();
        int lists = desk.listsOfClients();
        desk.slowsXpmDownOnce(Duration.ofSeconds(8));
        String runId = desk.beginsARun();
        await("the run").atMost(AGES).until(() -> desk.phaseOf(runId).equals("reading"));
        await("its first call").atMost(AGES).until(desk::isXpmSlow);

        ProcessHandle worker = system.processesOf("sync-worker").getFirst();
        worker.destroyForcibly();
        worker.onExit().join();

        await("the run's end")
                .atMost(AGES)
                .until(() -> desk.run(runId).path("reportId").isString());
        JsonNode run = desk.run(runId);
        assertThat(run.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(desk.listsOfClients() - lists).as("it was begun again").isGreaterThanOrEqualTo(2);
        assertThat(desk.reports()).hasSize(reports + 1);
        JsonNode report = desk.newestReport();
        assertThat(report.path("runId").asString()).isEqualTo(runId);
        assertThat(desk.rowsOf(report)).containsExactlyInAnyOrderElementsOf(before);
    }
}

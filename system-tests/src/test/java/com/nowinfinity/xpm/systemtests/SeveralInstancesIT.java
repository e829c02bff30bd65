package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.standalone.access.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two connector-services and three workers over one broker and one database, each in a process of its own. Workers get
 * a third of the partitions each, and so one of the three businesses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesIT {

    private static final int PARTITIONS = 24;
    private static final Map<String, String> USERS = Map.of("cape", "Ethan", "mill", "Zoe", "point", "Liam");
    private static final String ONE_OUTCOME = "COMPLETED (CREATED|UPDATED|UNCHANGED|SUPERSEDED)";
    private static final int COMPANIES = 4;
    private static final int ASKING = 100;
    private static final Duration ARRIVAL = Duration.ofSeconds(60);

    private final Path dataDir = RunningSystem.folder("several").resolve("data");
    private final SpanCollector collector = new SpanCollector();
    private final RunningSystem system = RunningSystem.start(
            dataDir,
            // Calls end sooner here, so that a take-over does not wait as long for what the killed one had begun.
            Map.of(
                    "XPM_ANSWER_DEADLINE",
                    "5s",
                    "XPM_SETTLING_TIME",
                    "1s",
                    "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                    collector.endpoint().toString(),
                    "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                    "1.0",
                    "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                    "ecs",
                    "LOGGING_LEVEL_COM_NOWINFINITY",
                    "DEBUG"),
            "--port-base",
            Integer.toString(PortBase.free()),
            "--connectors",
            "2",
            "--workers",
            "3",
            "--xpm-window",
            "5");

    private final Access access = system.access();
    private final URI first = access.connectors().getFirst();
    private final URI second = access.connectors().getLast();
    private final XeroHouse xero = new XeroHouse(Objects.requireNonNull(access.simulator()));
    private final WorkersDoor door = new WorkersDoor(dataDir);
    private final List<Office> offices = USERS.keySet().stream()
            .map(businessId -> new Office(access, businessId))
            .toList();

    @BeforeAll
    void everyWorkerHasABusiness() {
        assertThat(first).isNotEqualTo(second);
        assertThat(USERS.keySet())
                .extracting(id -> partition(id) * 3 / PARTITIONS)
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(system.processesOf("sync-worker")).hasSize(3);
    }

    private static int partition(String businessId) {
        return BuiltInPartitioner.partitionForKey(businessId.getBytes(StandardCharsets.UTF_8), PARTITIONS);
    }

    @AfterAll
    void stop() {
        system.close();
        collector.close();
    }

    @Test
    @Order(1)
    void takesTheCallbackOfAConsentThatBeganAtAnotherInstance() {
        for (Office office : offices) {
            xero.consentAs(Objects.requireNonNull(USERS.get(office.businessId())));
            office.connect(second);

            assertThat(office.connection(first).path("state").asString()).isEqualTo("CONNECTED");
            assertThat(office.connection(second)).isEqualTo(office.connection(first));
        }
    }

    @Test
    @Order(2)
    void refreshesATokenOnceWhoeverAsksWhereverAtItsExpiry() throws Exception {
        offices.forEach(office -> office.push(first, second, "before", "Before " + office.businessId(), 1));
        awaitOutcomes();
        String expired = door.token(first, offices.getFirst(), null);
        int refreshes = xero.refreshes();
        xero.delay("token/refresh_token", Duration.ofMillis(700));

        xero.advance(Duration.ofMinutes(31));
        Set<String> fresh;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> asking = IntStream.range(0, ASKING)
                    .mapToObj(number -> (Callable<String>)
                            () -> door.token(number % 2 == 0 ? first : second, offices.getFirst(), expired))
                    .toList();
            offices.forEach(office -> office.push(second, first, "before", "Before " + office.businessId(), 2));
            fresh = new HashSet<>();
            for (Future<String> answer : people.invokeAll(asking)) {
                fresh.add(answer.get());
            }
        }
        awaitOutcomes();

        assertThat(fresh).hasSize(1).doesNotContain(expired);
        assertThat(xero.refreshes() - refreshes)
                .as("token calls for three connections")
                .isEqualTo(3);
    }

    @Test
    @Order(3)
    void tracesAPushFromThePortalsRequestToTheCallToXpm() {
        String traceId = UUID.randomUUID().toString().replace("-", "");

        Office office = offices.getFirst();
        office.push(
                first,
                second,
                "before",
                "Before " + office.businessId(),
                3,
                Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId)));

        awaitOutcomes();
        await("spans")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(collector.of(traceId))
                        .anyMatch(span -> span.service().equals("connector-service"))
                        .anyMatch(span -> span.service().equals("sync-worker")
                                && span.name().startsWith("xpm client.api/"))
                        .anyMatch(span -> span.service().equals("report-service")));
    }

    @Test
    @Order(4)
    void losesAndDoublesNothingWhenAWorkerIsKilledUnderLoad() {
        xero.delay("client.api/*", Duration.ofMillis(150));
        work("Early", 1);
        awaitOutcomes();
        ProcessHandle victim = system.processesOf("sync-worker").getFirst();

        work("Early", 2);
        work("Late", 1);
        victim.destroyForcibly();
        victim.onExit().join();
        work("After", 1);

        awaitOutcomes();
        everythingIsThereOnce();
    }

    @Test
    @Order(5)
    void losesAndDoublesNothingWhenAWorkerIsReplacedUnderLoad() {
        ProcessHandle replaced = system.processesOf("sync-worker").getLast();

        work("Early", 3);
        work("Rolling", 1);
        replaced.destroy();
        work("Rolled", 1);
        replaced.onExit().join();

        awaitOutcomes();
        everythingIsThereOnce();
    }

    @Test
    @Order(6)
    void namesBusinessesAndEventsInItsLogsAndNobody() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> logs = Files.list(dataDir.resolve("logs"))) {
            for (Path log : logs.toList()) {
                Files.readAllLines(log).stream()
                        // A process that is killed may leave half a line.
                        .filter(line -> line.lastIndexOf("{\"@timestamp\"") == 0 && line.endsWith("}"))
                        .map(JsonMapper.shared()::readTree)
                        .forEach(lines::add);
            }
        }

        assertThat(lines)
                .anyMatch(line -> line.at("/service/name").asString("").equals("sync-worker")
                        && USERS.containsKey(line.path("businessId").asString("")));
        assertThat(lines)
                .noneMatch(line -> line.toString().contains("Early 1 of"))
                .noneMatch(line -> line.toString().contains(Office.phone(1)))
                .noneMatch(line -> line.toString().contains("mia@"));
    }

    @Test
    @Order(7)
    void namesNobodyAndNoSecretInItsTraces() {
        String token = door.token(first, offices.getFirst(), null);

        assertThat(collector.all())
                .hasSizeGreaterThan(100)
                .noneMatch(span -> span.all().contains(token))
                .noneMatch(span -> span.all().contains("Bearer "))
                .noneMatch(span -> span.all().contains("Early 1 of"))
                .noneMatch(span -> span.all().contains(Office.phone(1)))
                .noneMatch(span -> span.all().contains("mia@"));
    }

    private void work(String name, long version) {
        for (int number = 1; number <= COMPANIES; number++) {
            for (Office office : offices) {
                String entityId = (name + "-" + number).toLowerCase(Locale.ROOT);
                office.push(
                        number % 2 == 0 ? first : second,
                        number % 2 == 0 ? second : first,
                        entityId,
                        "%s %d of %s".formatted(name, number, office.businessId()),
                        version);
            }
        }
    }

    private void awaitOutcomes() {
        for (Office office : offices) {
            for (Office.Pushed pushed : office.pushed()) {
                await(pushed + " of " + office.businessId())
                        .atMost(ARRIVAL)
                        .untilAsserted(
                                () -> assertThat(office.told(second, pushed)).matches(ONE_OUTCOME));
            }
        }
    }

    private void everythingIsThereOnce() {
        for (Office office : offices) {
            String tenantId = office.connection(first)
                    .path("organisation")
                    .path("tenantId")
                    .asString();
            for (Office.Pushed last : office.lastOfEach()) {
                assertThat(xero.phones(tenantId, last.name())).containsExactly(Office.phone(last.version()));
            }
        }
        JsonNode summary = xero.summary();
        assertThat(summary.path("doubled").asInt()).as(summary.toString()).isZero();
        assertThat(summary.path("throttled").asInt()).as(summary.toString()).isZero();
    }
}

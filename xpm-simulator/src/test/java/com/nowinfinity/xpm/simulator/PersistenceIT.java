package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.simulator.judge.Limits;
import com.nowinfinity.xpm.simulator.organisation.CustomField;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.practice.Planted;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a simulator starts again over its folder. */
class PersistenceIT {

    private static final Limits GENEROUS = new Limits(5_000, 5, 5_000, 10_000, Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void startsAgainWhereItStopped() throws IOException {
        List<Planted> planted;
        String kept;
        String access;
        String refresh;
        String group;
        try (XpmSimulator first = start()) {
            Driver xpm = Driver.connectedTo(first);
            planted = first.truth().planted();
            kept = add(xpm, "Kept Pty Ltd");
            String person = add(xpm, "Ada Kept");
            xpm.post(
                    "client.api/addrelationship",
                    "<Relationship><ClientUUID>" + kept + "</ClientUUID><RelatedClientUUID>" + person
                            + "</RelatedClientUUID><Type>Director</Type><StartDate>2020-01-01</StartDate></Relationship>");
            group = Xml.of(xpm.post(
                            "clientgroup.api/add",
                            "<Group><Name>Kept Group</Name><ClientUUID>" + kept + "</ClientUUID></Group>"))
                    .text("//Group/UUID");
            xpm.post(
                    "client.api/document",
                    "<Document><ClientUUID>" + kept
                            + "</ClientUUID><Title>T</Title><FileName>t.pdf</FileName><Content>QUJD</Content></Document>");
            xpm.put(
                    "client.api/update/" + kept + "/customfield",
                    "<CustomFields><CustomField><UUID>" + CustomField.REFERENCE.id()
                            + "</UUID><Text>kept</Text></CustomField></CustomFields>");
            first.edit(xpm.tenantId, kept, Map.of("Fax", "1"));
            access = xpm.accessToken;
            refresh = xpm.refreshToken;
        }
        for (int life = 2; life <= 3; life++) {
            try (XpmSimulator again = start()) {
                Driver xpm = new Driver(again);
                xpm.accessToken = access;
                Xml client = Xml.of(xpm.get("client.api/get/" + kept));
                assertThat(client.text("//Client/Name")).isEqualTo("Kept Pty Ltd");
                assertThat(client.text("//Fax")).isEqualTo("1");
                assertThat(client.text("//Relationship/Type")).isEqualTo("Director");
                assertThat(client.text("//Group/UUID")).isEqualTo(group);
                assertThat(Xml.of(xpm.get("client.api/documents/" + kept)).texts("//Document"))
                        .hasSize(1);
                assertThat(Xml.of(xpm.get("client.api/get/" + kept + "/customfield"))
                                .text("//CustomField/Text"))
                        .isEqualTo("kept");
                assertThat(again.truth().planted()).isEqualTo(planted);
                assertThat(again.history().getFirst().effect()).startsWith("client added " + kept);
                assertThat(xpm.token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(add(xpm, "New in life " + life)).isNotEqualTo(kept);
            }
        }
    }

    @Test
    void forgivesNoLimitAcrossARestart() throws IOException {
        Limits two = new Limits(2, 5, 100, 100, Duration.ofHours(1));
        String access;
        try (XpmSimulator first = XpmSimulator.start(configuration().withLimits(two))) {
            Driver xpm = Driver.connectedTo(first);
            xpm.get("staff.api/list");
            xpm.get("client.api/get/unknown");
            assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(429);
            access = xpm.accessToken;
        }
        try (XpmSimulator again = XpmSimulator.start(configuration().withLimits(two))) {
            Driver xpm = new Driver(again);
            xpm.accessToken = access;
            assertThat(again.summary().throttled()).isEqualTo(1);
            assertThat(again.summary().limitsBroken()).hasSize(1);
            assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void losesNothingItAcknowledgedWhenItIsKilled() throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Process process = process();
        try (BufferedReader output = process.inputReader()) {
            String line = String.valueOf(output.readLine());
            Driver xpm = Driver.connectedTo(URI.create(line.substring(line.indexOf("http"))));
            Thread adding = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 4_000; i++) {
                    acknowledged.add(add(xpm, "Killed " + i));
                }
            });
            adding.setUncaughtExceptionHandler((thread, lost) -> {});
            await().until(() -> acknowledged.size() > 50);
            process.destroyForcibly().waitFor();
            adding.join();
        }
        try (XpmSimulator again = start()) {
            Organisation organisation = again.organisation(again.tenantIds().getFirst());
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(organisation.client(id)).isNotNull());
            assertThat(again.summary().calls()).isGreaterThanOrEqualTo(acknowledged.size());
        }
    }

    private Process process() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "SIMULATOR_HOST",
                        "localhost",
                        "SIMULATOR_PORT",
                        "0",
                        "SIMULATOR_CLIENT_ID",
                        Driver.APP.clientId(),
                        "SIMULATOR_CLIENT_SECRET",
                        Driver.APP.secret().value(),
                        "SIMULATOR_REDIRECT_URIS",
                        Driver.REDIRECT,
                        "SIMULATOR_PER_MINUTE",
                        "5000",
                        "SIMULATOR_FOLDER",
                        folder.toString()));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void leavesOutALastLineThatWasCutShortButNoOther() throws IOException {
        start().close();
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, "{\"tenantId\":\"x\",\"chan", StandardOpenOption.APPEND);
        start().close();
        Files.writeString(journal, "{broken}\n{}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("cannot be read");
    }

    private XpmSimulator start() throws IOException {
        return XpmSimulator.start(configuration().withLimits(GENEROUS));
    }

    private SimulatorConfiguration configuration() {
        return SimulatorConfiguration.of(Driver.APP).keptIn(folder);
    }

    private static String add(Driver xpm, String name) {
        return Xml.of(xpm.post("client.api/add", "<Client><Name>" + name + "</Name></Client>"))
                .text("//Client/UUID");
    }
}

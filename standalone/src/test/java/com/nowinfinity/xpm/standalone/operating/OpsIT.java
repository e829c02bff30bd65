package com.nowinfinity.xpm.standalone.operating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpsIT {

    private static final String LETTER =
            "{\"id\":\"entity-changed-3-17\",\"topic\":\"entity-changed\",\"partition\":3,\"offset\":91,"
                    + "\"key\":\"b-1\",\"cause\":\"truncated\",\"at\":\"2026-01-01T00:00:00Z\"}";
    private static final Map<String, String> ANSWERS = Map.of(
            "GET /api/dead-letters?limit=500&all=false",
            "{\"items\":[" + LETTER + "],\"next\":\"c=\"}",
            "GET /api/dead-letters?limit=500&all=false&cursor=c%3D",
            "{\"items\":[" + LETTER + "],\"next\":null}",
            "GET /api/dead-letters/entity-changed-3-17",
            LETTER,
            "POST /api/dead-letters/entity-changed-3-17/replay",
            LETTER,
            "DELETE /api/dead-letters/entity-changed-3-17",
            "",
            "DELETE /api/businesses/b-1/data",
            "");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer connector;

    @BeforeEach
    void start() throws IOException {
        connector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        connector.createContext("/", this::answer);
        connector.start();
    }

    @AfterEach
    void stop() {
        connector.stop(0);
    }

    @Test
    void listsPageByPageAndCounts() {
        assertThat(ops("dead", "list")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .hasSize(3)
                .first()
                .asString()
                .contains("entity-changed-3-17", "truncated", "b-1", "entity-changed-3@91");
        assertThat(out.toString(UTF_8)).endsWith("2 dead letters\n");
    }

    @Test
    void showsReplaysAndDropsByIdAndSaysWhatWasRefused() {
        assertThat(ops("dead", "show", "entity-changed-3-17")).isZero();
        assertThat(ops("dead", "replay", "entity-changed-3-17", "no-such-1-1")).isEqualTo(1);
        assertThat(ops("dead", "drop", "entity-changed-3-17")).isZero();

        assertThat(out.toString(UTF_8))
                .contains("\"cause\" : \"truncated\"", "entity-changed-3-17 replayed", "entity-changed-3-17 dropped");
        assertThat(problems.toString(UTF_8)).contains("no-such-1-1: There is no such dead letter.");
    }

    @Test
    void forgetsABusinessWhenItIsMeantForGood() {
        assertThatThrownBy(() -> ops("forget", "b-1")).hasMessageContaining("--for-good");
        assertThat(asked).isEmpty();

        assertThat(ops("forget", "b-1", "--for-good")).isZero();
        assertThat(ops("forget", "b-2", "--for-good")).isEqualTo(1);

        assertThat(out.toString(UTF_8)).isEqualTo("b-1 forgotten\n");
        assertThat(asked).containsExactly("DELETE /api/businesses/b-1/data", "DELETE /api/businesses/b-2/data");
    }

    @Test
    void findsConnectorAndTokenInTheDataFolder(@TempDir Path folder) throws IOException {
        String access = """
                {"portal": "http://p", "connector": "%s", "connectors": [], "report": "http://r", "notification": "http://n",
                 "worker": "http://w", "simulator": null, "registry": "http://s", "kafka": "k", "mongodb": "m",
                 "businesses": [{"businessId": "b", "users": [
                   {"name": "olive", "password": "p", "role": "OPERATE", "token": "operator"}]}]}""".formatted(address());
        Files.writeString(folder.resolve("access.json"), access);

        assertThat(Ops.run(
                        List.of("dead", "list", "--data-dir", folder.toString()), null, stream(out), stream(problems)))
                .as(problems.toString(UTF_8))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dead", "dead show", "dead list x", "live list", "dead replay", "dead list --every", "forget"})
    void saysWhatIsWrongWithACommand(String command) {
        assertThatThrownBy(() -> ops(command.split(" ", -1))).isInstanceOf(WrongOptionException.class);
        assertThat(asked).isEmpty();
    }

    private int ops(String... words) {
        List<String> arguments = Stream.concat(Stream.of(words), Stream.of("--connector", address()))
                .toList();
        return Ops.run(arguments, "operator", stream(out), stream(problems));
    }

    private String address() {
        return "http://localhost:" + connector.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(call);
        boolean known = "Bearer operator".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = known ? ANSWERS.get(call) : "{\"detail\": \"Who are you?\"}";
        byte[] bytes = (body == null ? "{\"detail\": \"There is no such dead letter.\"}" : body).getBytes(UTF_8);
        int status = !known ? 401 : body == null ? 404 : bytes.length == 0 ? 204 : 200;
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}

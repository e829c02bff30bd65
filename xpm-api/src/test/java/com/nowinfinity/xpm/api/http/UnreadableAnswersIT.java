package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import com.nowinfinity.xpm.api.http.WireServer.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is no answer of XPM makes a read worth repeating, and a write worth looking after. */
class UnreadableAnswersIT extends ServedByScript {

    private static final String OK = "<Response api-method=\"Get\"><Status>OK</Status>";
    private static final String CLIENT = "<Client><UUID>" + CLIENT_ID + "</UUID><Name>Smith</Name></Client>";

    static Stream<Arguments> senselessAnswers() {
        String secret = "<!ENTITY a SYSTEM \"file:///etc/hostname\">";
        String bomb = "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">";
        return Stream.of(
                named("an empty 200", WireServer.xml("")),
                named("a 204", WireServer.answering(204, Map.of(), "")),
                named("HTML with 200", WireServer.xml("<html><body><h1>Sign in</h1></body></html>")),
                named("sloppy HTML", WireServer.xml("<!DOCTYPE html><html><br></html>")),
                named("JSON with 200", WireServer.xml("{\"Status\":\"OK\"}")),
                named("plain text", WireServer.xml("Down for maintenance")),
                named("no status", WireServer.xml("<Response>" + CLIENT + "</Response>")),
                named("a strange status", WireServer.xml("<Response><Status>MAYBE</Status>" + CLIENT + "</Response>")),
                named("no client", WireServer.xml(OK + "</Response>")),
                named("two clients", WireServer.xml(OK + CLIENT + CLIENT + "</Response>")),
                named("a client without id", WireServer.xml(OK + "<Client><Name>Smith</Name></Client></Response>")),
                named("a blank id", WireServer.xml(OK + "<Client><UUID> </UUID></Client></Response>")),
                named("half an answer, well closed", WireServer.xml(OK + "<Client><UUID>" + CLIENT_ID)),
                named("less than announced", cut(OK + CLIENT + "</Response>", 30)),
                named("something behind the end", WireServer.xml(OK + CLIENT + "</Response><p>")),
                named("an external entity", WireServer.xml("<!DOCTYPE Response [" + secret + "]>" + OK + "&a;")),
                named("a bomb of entities", WireServer.xml("<!DOCTYPE Response [" + bomb + "]>" + OK + "&b;")),
                named("an unknown entity", WireServer.xml(OK + CLIENT.replace("Smith", "&nbsp;") + "</Response>")),
                named("nesting without end", WireServer.xml(OK + "<Client>" + "<a>".repeat(2_000))),
                named("thousands of attributes", WireServer.xml(OK + "<a" + attributes() + "/>" + "</Response>")),
                named(
                        "a larger answer than allowed",
                        WireServer.xml(OK + " ".repeat(100_001) + CLIENT + "</Response>")),
                named("an endless body", UnreadableAnswersIT::endless),
                named("a body that drips", UnreadableAnswersIT::dripping),
                named("a body that stops", (request, connection, out) -> {
                    out.write(WireServer.head(200, Map.of(), "Content-Length: 100\r\n"));
                    out.write(OK.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    connection.getInputStream().read();
                }),
                named(
                        "no answer at all",
                        (request, connection, out) ->
                                connection.getInputStream().read()),
                named("a connection that closes", (request, connection, out) -> {}),
                named("a reset", (request, connection, out) -> {
                    connection.setSoLinger(true, 0);
                    connection.close();
                }),
                named(
                        "no HTTP",
                        (request, connection, out) ->
                                out.write("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.UTF_8))),
                named("a redirect", WireServer.answering(302, Map.of("Location", "http://169.254.169.254/"), "")),
                named("a 500", WireServer.answering(500, Map.of(), "{Status\":500}")),
                named("a 502 in HTML", WireServer.answering(502, Map.of(), "<html>Bad Gateway</html>")),
                named("a 504", WireServer.answering(504, Map.of(), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("senselessAnswers")
    void leavesAWriteUnknown(String what, Script script) {
        server.playing(script);

        XpmException failure = failure(XpmException.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(failure).isInstanceOf(OutcomeUnknown.class);
        assertThat(failure.mayHaveBeenApplied()).isTrue();
        assertThat(server.seen()).hasSize(1);
        assertThat(failure.getMessage()).hasSizeLessThan(300);
        assertThat(Throwables.print(failure)).doesNotContain(TOKEN, "Smith", CLIENT_ID);
        assertThat(ended).singleElement().extracting(call -> call.outcome()).isEqualTo("outcome-unknown");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("senselessAnswers")
    void makesAReadUnavailable(String what, Script script) {
        server.playing(script);

        XpmException failure = failure(XpmException.class, () -> xpm.getClient(CALL, CLIENT_ID));

        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(failure.mayHaveBeenApplied()).isFalse();
        assertThat(server.seen()).hasSize(1);
    }

    private static Arguments named(String what, Script script) {
        return Arguments.of(what, script);
    }

    private static Script cut(String body, int missing) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, connection, out) -> {
            out.write(WireServer.head(200, Map.of(), "Content-Length: " + bytes.length + "\r\n"));
            out.write(bytes, 0, bytes.length - missing);
        };
    }

    private static void endless(WireServer.Seen request, Socket connection, OutputStream out) throws IOException {
        out.write(WireServer.head(200, Map.of(), ""));
        byte[] more = ("<Note>" + "x".repeat(1_000) + "</Note>").getBytes(StandardCharsets.UTF_8);
        out.write((OK + "<Client>").getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write(more);
        }
    }

    private static void dripping(WireServer.Seen request, Socket connection, OutputStream out) throws IOException {
        out.write(WireServer.head(200, Map.of(), ""));
        out.write(OK.getBytes(StandardCharsets.UTF_8));
        while (isStillThere(connection)) {
            out.write(' ');
            out.flush();
        }
    }

    /** Takes a moment to find out. */
    private static boolean isStillThere(Socket connection) throws IOException {
        connection.setSoTimeout(50);
        try {
            return connection.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        return attributes.toString();
    }
}

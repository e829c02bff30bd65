package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Large lists and large documents pass through a process whose whole heap is far smaller than they are. */
class StreamingIT {

    private static final String HEAP = "-Xmx16m";
    private static final int CLIENTS = 16_000;
    private static final long DOCUMENT = 48_000_000;

    @Test
    void listsSixtyMegabytesInAHeapOfSixteen() throws Exception {
        byte[] client = client().getBytes(StandardCharsets.UTF_8);
        try (WireServer server = new WireServer()) {
            server.playing((request, connection, out) -> {
                out.write(WireServer.head(200, Map.of(), ""));
                out.write("<Response><Status>OK</Status><Clients>".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < CLIENTS; i++) {
                    out.write(client);
                }
                out.write("</Clients></Response>".getBytes(StandardCharsets.UTF_8));
            });

            String said = inSmallHeap("list", server.uri().toString());

            assertThat(said).startsWith(CLIENTS + " clients, ");
            assertThat(Long.parseLong(said.replaceAll(".*, | bytes", ""))).isGreaterThan(60_000_000);
        }
    }

    @Test
    void sendsADocumentLargerThanTheHeap() throws Exception {
        AtomicLong received = new AtomicLong();
        try (ServerSocket swallowing = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> swallowOne(swallowing, received));
            String uri = "http://127.0.0.1:" + swallowing.getLocalPort();

            String said = inSmallHeap("send", uri, String.valueOf(DOCUMENT));

            assertThat(said).isEqualTo("sent Optional[d-1]");
            assertThat(received.get()).isGreaterThan(DOCUMENT / 3 * 4);
        }
    }

    private static String inSmallHeap(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said.strip();
    }

    private static void swallowOne(ServerSocket listening, AtomicLong received) {
        try (Socket connection = listening.accept()) {
            byte[] buffer = new byte[65_536];
            String end = "";
            while (!end.endsWith("</Document>")) {
                int count = connection.getInputStream().read(buffer);
                if (count < 0) {
                    return;
                }
                received.addAndGet(count);
                String tail = new String(buffer, 0, count, StandardCharsets.US_ASCII);
                end = (end + tail).substring(Math.max(0, end.length() + tail.length() - 20));
            }
            String body = "<Response><Status>OK</Status><UUID>d-1</UUID></Response>";
            connection
                    .getOutputStream()
                    .write(WireServer.head(200, Map.of(), "Content-Length: " + body.length() + "\r\n"));
            connection.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String client() {
        return "<Client><UUID>01a8b481-b9ae-4b28-89e0-87e7162807a3</UUID><Name>A practice's client</Name>"
                + "<Contacts>"
                + ("<Contact><UUID>9dcb1f49</UUID><Name>" + "n".repeat(100) + "</Name></Contact>").repeat(8)
                + "</Contacts><Notes>" + ("<Note><Text>" + "words ".repeat(50) + "</Text></Note>").repeat(8)
                + "</Notes></Client>";
    }
}

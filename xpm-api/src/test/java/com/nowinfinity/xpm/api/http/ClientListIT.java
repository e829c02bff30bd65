package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The list of clients is handed over while it arrives. */
class ClientListIT extends ServedByScript {

    private final List<PracticeClient> clients = new ArrayList<>();

    @Test
    void reachesTheSinkBeforeItsEnd() {
        CountDownLatch firstSeen = new CountDownLatch(1);
        server.playing((request, connection, out) -> {
            out.write(WireServer.head(200, Map.of(), ""));
            out.write(("<Response><Status>OK</Status><Clients>" + client("c-1", "A")).getBytes(StandardCharsets.UTF_8));
            out.flush();
            awaitQuietly(firstSeen);
            out.write((client("c-2", "B") + "</Clients></Response>").getBytes(StandardCharsets.UTF_8));
        });

        var answer = xpm.listClients(CALL, true, null, client -> {
            clients.add(client);
            firstSeen.countDown();
        });

        assertThat(answer.value()).isEqualTo(new ClientListing(2, 0));
        assertThat(clients).extracting(PracticeClient::name).containsExactly("A", "B");
    }

    @Test
    void countsWhatHasNoIdAndPassesDuplicatesOn() {
        answering(
                client("c-1", "A") + client("c-1", "A") + "<Client><Name>Nobody</Name></Client>" + client("c-2", "A"));

        var answer = xpm.listClients(CALL, false, null, clients::add);

        assertThat(answer.value()).isEqualTo(new ClientListing(3, 1));
        assertThat(clients).extracting(PracticeClient::id).containsExactly("c-1", "c-1", "c-2");
    }

    @Test
    void survivesCharactersThatXmlForbids() {
        answering(client("c-1", "Sm\u0000i\u000bth")
                + client("c-2", "Jo&#x1F;nes &#x10;")
                + client("c-3", "&amp; \ud83d\ude00"));

        xpm.listClients(CALL, false, null, clients::add);

        assertThat(clients).extracting(PracticeClient::name).containsExactly("Sm i th", "Jones", "& \ud83d\ude00");
    }

    @Test
    void survivesBytesThatAreNoUtf8() {
        server.playing((request, connection, out) -> {
            out.write(WireServer.head(200, Map.of("Content-Type", "text/xml; charset=utf-8"), ""));
            out.write("<Response><Status>OK</Status><Clients><Client><UUID>c-1</UUID><Name>Caf"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(0xE9);
            out.write("</Name></Client></Clients></Response>".getBytes(StandardCharsets.US_ASCII));
        });

        xpm.listClients(CALL, false, null, clients::add);

        assertThat(clients).extracting(PracticeClient::name).containsExactly("Caf\ufffd");
    }

    @Test
    void acceptsADeclarationAndAByteOrderMark() {
        server.playing(WireServer.xml("\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<Response><Status>OK</Status><Clients>" + client("c-1", "A") + "</Clients></Response>"));

        assertThat(xpm.listClients(CALL, false, null, clients::add).value().delivered())
                .isEqualTo(1);
    }

    @Test
    void thatBreaksOffIsUnavailableAfterAll() {
        answering(client("c-1", "A") + "<Client><UUID>c-2");

        failure(Unavailable.class, () -> xpm.listClients(CALL, false, null, clients::add));

        assertThat(clients).hasSize(1);
    }

    @Test
    void thatEndsInAnErrorIsRejected() {
        server.playing(WireServer.xml(
                "<Response><Clients>" + client("c-1", "A") + "</Clients><Status>ERROR</Status></Response>"));

        assertThat(failure(Rejected.class, () -> xpm.listClients(CALL, false, null, clients::add))
                        .problem())
                .isEqualTo("no reason given");
    }

    /** Its reader holds a slot of a single look. */
    @Test
    void ofChangesHasNoMoreTimeThanAnyOtherAnswer() {
        CountDownLatch over = new CountDownLatch(1);
        server.playing((request, connection, out) -> {
            out.write(WireServer.head(200, Map.of(), ""));
            out.write(("<Response><Status>OK</Status><Clients>" + client("c-1", "A")).getBytes(StandardCharsets.UTF_8));
            out.flush();
            awaitQuietly(over);
        });
        Instant began = Instant.now();

        failure(Unavailable.class, () -> xpm.listClients(CALL, true, NOW, clients::add));
        over.countDown();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(clients).hasSize(1);
    }

    @Test
    void stopsWithWhatTheSinkThrows() {
        answering(client("c-1", "A") + client("c-2", "B"));

        assertThatThrownBy(() -> xpm.listClients(CALL, false, null, client -> {
                    clients.add(client);
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");

        assertThat(clients).hasSize(1);
        assertThat(ended.getFirst().outcome()).isEqualTo("aborted");
    }

    private void answering(String clientElements) {
        server.playing(
                WireServer.xml("<Response><Status>OK</Status><Clients>" + clientElements + "</Clients></Response>"));
    }

    private static String client(String id, String name) {
        return "<Client><UUID>" + id + "</UUID><Name>" + name + "</Name></Client>";
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

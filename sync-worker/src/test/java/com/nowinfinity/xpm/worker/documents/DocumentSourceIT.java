package com.nowinfinity.xpm.worker.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.tokens.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where documents are fetched from: a host is a plain socket here, so that it shows who came and with what. */
class DocumentSourceIT {

    private static final String NAME = "documents.example";
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final AtomicInteger lookUps = new AtomicInteger();
    private ServerSocket host;

    @BeforeEach
    void open() throws IOException {
        host = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void shut() throws IOException {
        host.close();
    }

    @Test
    void aListedNameThatLeadsToThisMachineIsRefusedAndNobodyIsCalled() throws IOException {
        host.setSoTimeout(200);

        assertThatThrownBy(() -> source(Set.of(NAME)).fetch(at("https://" + NAME + ":" + host.getLocalPort() + "/d")))
                .isInstanceOfSatisfying(
                        UnusableDocumentException.class,
                        e -> assertThat(e.reason().getCode()).isEqualTo("document-host-not-allowed"));
        assertThatThrownBy(host::accept).hasMessageContaining("timed out");
    }

    @Test
    void theCallGoesToTheAddressThatWasLookedAtUnderTheNameThatWasTold() throws Exception {
        CompletableFuture<String> first = firstBytes();
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();

        // No name server knows this name: only the look before the call can lead there.
        assertThatThrownBy(() ->
                        source(Set.of(NAME, loopback)).fetch(at("https://" + NAME + ":" + host.getLocalPort() + "/d")))
                .isInstanceOf(IOException.class);

        assertThat(first.get(5, TimeUnit.SECONDS)).contains(NAME);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void aHostThatSaysNothingIsGivenUpAtTheDeadline() {
        Instant start = Instant.now();

        assertThatThrownBy(
                        () -> source(Set.of()).fetch(at(internal() + "/internal/businesses/b-1/documents/d-1/content")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 s");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private CompletableFuture<String> firstBytes() {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = host.accept()) {
                byte[] bytes = new byte[2048];
                int read = caller.getInputStream().read(bytes);
                return new String(bytes, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private DocumentSource source(Set<String> hosts) {
        InnerAddresses addresses = new InnerAddresses(name -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {
                InetAddress.getByAddress(name, InetAddress.getLoopbackAddress().getAddress())
            };
        });
        return new DocumentSource(
                new Download(DEADLINE),
                addresses,
                URI.create(internal()),
                new InternalSecret("secret"),
                hosts,
                1000,
                new DocumentTypes(List.of("text/plain")));
    }

    private String internal() {
        return "http://localhost:" + host.getLocalPort();
    }

    private static DocumentCreated at(String uri) {
        return DocumentCreated.newBuilder()
                .setEventId("e-1")
                .setBusinessId("b-1")
                .setOccurredAt(Instant.EPOCH)
                .setDocumentId("d-1")
                .setEntityId("c-1")
                .setTitle("Minutes")
                .setFileName("minutes.txt")
                .setContentType("text/plain")
                .setSize(10)
                .setSha256("0".repeat(64))
                .setContentUri(uri)
                .setExecuted(true)
                .build();
    }
}

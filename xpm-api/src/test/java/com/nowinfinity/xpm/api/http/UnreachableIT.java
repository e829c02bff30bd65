package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** A write that never left is no mystery; one that did, is. */
class UnreachableIT extends ServedByScript {

    @Test
    void refusesNothingThatMayHaveBeenApplied() throws IOException {
        // Nobody else gets the port, and nobody listens on it.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/practicemanager/3.1");
            try (HttpXpmApi away = HttpXpmApi.create(XpmApiConfiguration.of(uri), ended::add, () -> NOW)) {
                Unavailable unavailable = failure(Unavailable.class, () -> away.addClient(CALL, SMITH));

                assertThat(unavailable.mayHaveBeenApplied()).isFalse();
                assertThat(ended.getFirst().status()).isZero();
            }
        }
    }

    @Test
    void doesNotKnowTheHost() {
        XpmApiConfiguration nowhere = XpmApiConfiguration.of(URI.create("https://xpm.invalid/practicemanager/3.1"));
        try (HttpXpmApi unknown = HttpXpmApi.create(nowhere, CallObserver.NONE, () -> NOW)) {
            failure(Unavailable.class, () -> unknown.addClient(CALL, SMITH));
        }
    }

    @Test
    void agreesOnNoTls() throws Exception {
        // Without a key of its own this server can only break the handshake off.
        try (ServerSocket keyless =
                SSLContext.getDefault().getServerSocketFactory().createServerSocket(0)) {
            Thread.ofVirtual().start(() -> shakeHandsOnce(keyless));
            URI uri = URI.create("https://localhost:" + keyless.getLocalPort() + "/practicemanager/3.1");
            try (HttpXpmApi encrypted = HttpXpmApi.create(XpmApiConfiguration.of(uri), CallObserver.NONE, () -> NOW)) {
                failure(Unavailable.class, () -> encrypted.addClient(CALL, SMITH));
            }
        }
    }

    private static void shakeHandsOnce(ServerSocket keyless) {
        try (Socket socket = keyless.accept()) {
            socket.getInputStream().read();
        } catch (IOException brokenOff) {
            // As intended.
        }
    }

    @Test
    void isInterruptedAfterTheRequestHasLeft() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        server.playing((request, connection, out) -> {
            arrived.countDown();
            connection.getInputStream().read();
        });
        AtomicReference<OutcomeUnknown> seen = new AtomicReference<>();
        AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            seen.set(failure(OutcomeUnknown.class, () -> xpm.addClient(CALL, SMITH)));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });

        arrived.await();
        caller.interrupt();
        caller.join();

        assertThat(seen.get()).isNotNull();
        assertThat(stillInterrupted).hasValue(true);
    }
}

package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.http.CallObserver.EndedCall;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.xml.PersonDates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The port against a server whose every byte the test decides. */
abstract class ServedByScript {

    static final String CLIENT_ID = "01a8b481-b9ae-4b28-89e0-87e7162807a3";
    static final String TOKEN = "canary.token-value";
    static final Call CALL = Call.with(new Credentials("70784a63-d24b-46a9-a4db-0e70a274b056", new AccessToken(TOKEN)));
    static final ClientDraft SMITH = ClientDraft.of(ClientPatch.NONE.set(ClientElement.NAME, "Smith & Co"));
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    WireServer server;
    HttpXpmApi xpm;
    final List<EndedCall> ended = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = new WireServer();
        xpm = HttpXpmApi.create(configuration(), ended::add, () -> NOW);
    }

    @AfterEach
    void stop() throws IOException {
        xpm.close();
        server.close();
    }

    XpmApiConfiguration configuration() {
        return new XpmApiConfiguration(
                server.uri(),
                Duration.ofSeconds(2),
                new Bounds(Duration.ofMillis(1_500), 100_000),
                new Bounds(Duration.ofSeconds(20), 100_000_000),
                PersonDates.ISO);
    }

    <X extends XpmException> X failure(Class<X> type, ThrowingCallable call) {
        X failure = catchThrowableOfType(type, call);
        if (failure == null) {
            throw new AssertionError("The call was answered.");
        }
        return failure;
    }
}

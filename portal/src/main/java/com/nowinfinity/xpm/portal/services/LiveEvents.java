package com.nowinfinity.xpm.portal.services;

import com.nowinfinity.xpm.portal.signin.Person;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** The live stream of notification-service for one person; ends when this process stops, so that stopping is quick. */
public final class LiveEvents implements SmartLifecycle {

    private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebClient client = WebClient.create();
    private final URI address;
    private final PersonTokens tokens;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    LiveEvents(URI address, PersonTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    /** Ends without an error when the service goes away: browsers come again by themselves. */
    public Flux<ServerSentEvent<JsonNode>> of(Person person, @Nullable String lastEventId) {
        return client.get()
                .uri(address)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    headers.setBearerAuth(tokens.of(person));
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .retrieve()
                .bodyToFlux(EVENT)
                .onErrorComplete()
                .takeUntilOther(stopping.asMono());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server, which waits for open answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

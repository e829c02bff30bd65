package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.notification.people.AddressBook;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The live stream: events {@code notification} and {@code progress} of all of the caller's businesses. */
@RestController
class LiveEndpoint {

    private final LiveHub hub;
    private final LiveTurns turns;
    private final Duration lifetime;
    private final InstantSource clock;
    private final AddressBook addresses;

    LiveEndpoint(LiveHub hub, LiveTurns turns, LiveProperties properties, InstantSource clock, AddressBook addresses) {
        this.hub = hub;
        this.turns = turns;
        this.lifetime = properties.streamLifetime();
        this.clock = clock;
        this.addresses = addresses;
    }

    @GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Object>>> stream(
            Caller caller,
            Principal principal,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        addresses.learn(caller);
        Flux<ServerSentEvent<Object>> stream = hub.watch(caller, lastEventId).take(lifetimeFor(principal));
        turns.somebodyCame();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    /** A stream does not outlive its token. */
    private Duration lifetimeFor(Principal principal) {
        Instant expires = principal instanceof JwtAuthenticationToken token
                ? token.getToken().getExpiresAt()
                : null;
        if (expires == null) {
            return lifetime;
        }
        Duration left = Duration.between(clock.instant(), expires);
        return left.compareTo(lifetime) < 0 ? left : lifetime;
    }
}

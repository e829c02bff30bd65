package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.worker.connections.Connections;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of a connection beside what was told last. */
class ConnectionsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final MemoryShelf shelf = new MemoryShelf();
    private final Connections connections = new Connections(shelf);

    @Test
    void knowSinceWhenAnotherOrganisationIsInForce() {
        tell(1, "one");
        assertThat(isForAnother(0)).as("before the first one").isFalse();

        tell(5, "another");

        assertThat(isForAnother(4)).isTrue();
        assertThat(isForAnother(5)).isFalse();
        assertThat(new Connections(shelf).of("harbour").isOlderThanOrganisation(START.plusSeconds(4)))
                .as("after a restart")
                .isTrue();
    }

    @Test
    void takeTheSameOrganisationForTheSameOnceItIsConnectedAgain() {
        tell(1, "one");
        tell(2, null);
        tell(3, "one");

        assertThat(isForAnother(1)).isFalse();
    }

    @Test
    void keepTheNewestWhateverTheOrder() {
        tell(2, "another");

        assertThat(tell(1, "one")).isFalse();
        assertThat(connections.of("harbour").tenantId()).isEqualTo("another");
    }

    @Test
    void keepWhatAnotherWorkerStoresBetweenALookAndAWrite() {
        tell(1, "one");
        Connections former = new Connections(new AlteredShelf(shelf, found -> {}) {
            @Override
            public boolean changeIf(Document expected, Document set) {
                tell(3, "another");
                return shelf.changeIf(expected, set);
            }
        });

        assertThat(former.tell(told(2, "one"))).isFalse();
        assertThat(former.of("harbour").tenantId()).isEqualTo("another");
        assertThat(new Connections(shelf).of("harbour").tenantId()).isEqualTo("another");
    }

    private boolean isForAnother(int second) {
        return connections.of("harbour").isOlderThanOrganisation(START.plusSeconds(second));
    }

    private boolean tell(int second, @Nullable String tenantId) {
        return connections.tell(told(second, tenantId));
    }

    private static ConnectionChanged told(int second, @Nullable String tenantId) {
        return ConnectionChanged.newBuilder()
                .setEventId("event-" + second)
                .setBusinessId("harbour")
                .setOccurredAt(START.plusSeconds(second))
                .setRevision(second)
                .setState(tenantId == null ? ConnectionState.NOT_CONNECTED : ConnectionState.CONNECTED)
                .setTenantId(tenantId)
                .build();
    }
}

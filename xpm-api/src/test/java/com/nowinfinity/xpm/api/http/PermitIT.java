package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Permit;
import com.nowinfinity.xpm.api.XpmException.NotSent;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A permit is asked last when the bytes are about to leave. */
class PermitIT extends ServedByScript {

    @Test
    void thatHasRunOutOpensNoConnection() {
        NotSent notSent = failure(NotSent.class, () -> xpm.addClient(with(() -> false), SMITH));

        assertThat(notSent.mayHaveBeenApplied()).isFalse();
        assertThat(server.accepted()).isZero();
        assertThat(ended.getFirst().outcome()).isEqualTo("not-sent");
    }

    @Test
    void isAskedAgainOnceTheConnectionStands() {
        AtomicInteger asked = new AtomicInteger();
        List<Integer> connections = new ArrayList<>();
        Permit permit = () -> {
            if (asked.incrementAndGet() > 1) {
                // Only a permit of a test may wait: until the server has seen the connection that must be there.
                Awaitility.await().atMost(1, TimeUnit.SECONDS).until(() -> server.accepted() == 1);
            }
            connections.add(server.accepted());
            return asked.get() < 2;
        };

        failure(NotSent.class, () -> xpm.getClient(with(permit), CLIENT_ID));

        assertThat(connections).containsExactly(0, 1);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void isAskedOnceMoreBetweenHeadersAndBodyOfAWrite() {
        AtomicInteger asked = new AtomicInteger();

        failure(NotSent.class, () -> xpm.addClient(with(() -> asked.incrementAndGet() < 3), SMITH));

        assertThat(asked).hasValue(3);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void letsTheCallThroughWhileItLasts() {
        server.playing(WireServer.xml("<Response><Status>OK</Status><Client><UUID>" + CLIENT_ID
                + "</UUID><Name>Smith &amp; Co</Name></Client></Response>"));

        PracticeClient added = xpm.addClient(with(() -> true), SMITH).value();

        assertThat(added.name()).isEqualTo("Smith & Co");
    }

    private static Call with(Permit permit) {
        return new Call(CALL.credentials(), permit);
    }
}

package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.ConnectionChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Has a business forgotten when that is told, and lets nothing through that happened to it before: neither what is still
 * on its way, nor what is read again later.
 */
public final class ForgottenEvents implements BatchHandler {

    private static final String OCCURRED_AT = "occurredAt";

    private final Forgetting forgetting;
    private final BatchHandler next;

    public ForgottenEvents(Forgetting forgetting, BatchHandler next) {
        this.forgetting = forgetting;
        this.next = next;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) throws Exception {
        Map<String, Instant> forgotten = new HashMap<>(forgetting.forgottenAt(
                batch.stream().map(ReceivedEvent::businessId).collect(Collectors.toSet())));
        for (ReceivedEvent received : batch) {
            if (received.event() instanceof ConnectionChanged told && told.getForgottenAt() != null) {
                Instant known = forgotten.get(received.businessId());
                if (known == null || known.isBefore(told.getForgottenAt())) {
                    forgetting.forget(received.businessId(), told.getForgottenAt());
                    forgotten.put(received.businessId(), told.getForgottenAt());
                }
            }
        }
        List<ReceivedEvent> rest =
                batch.stream().filter(received -> counts(received, forgotten)).toList();
        if (!rest.isEmpty()) {
            next.handle(rest);
        }
    }

    private static boolean counts(ReceivedEvent received, Map<String, Instant> forgotten) {
        Instant at = forgotten.get(received.businessId());
        // The connection itself is told as a whole, and has a revision: the newest counts anyway.
        return at == null
                || received.event() instanceof ConnectionChanged
                || occurredAt(received).isAfter(at);
    }

    private static Instant occurredAt(ReceivedEvent received) {
        Schema.Field field = received.event().getSchema().getField(OCCURRED_AT);
        return field != null && received.event().get(field.pos()) instanceof Instant at ? at : Instant.MAX;
    }
}

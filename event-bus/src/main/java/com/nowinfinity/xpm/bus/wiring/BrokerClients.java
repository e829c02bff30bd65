package com.nowinfinity.xpm.bus.wiring;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.NestedExceptionUtils;

/** Clients that fail early with a sentence, and wait for seconds, not minutes. */
final class BrokerClients {

    private static final int CALL_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 3_000;

    private BrokerClients() {}

    static Admin admin(Map<String, Object> site) {
        Map<String, Object> all = new HashMap<>(site);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        try {
            return Admin.create(all);
        } catch (KafkaException e) {
            throw new StartRefusedException(
                    "The configuration is wrong: spring.kafka.bootstrap-servers (SPRING_KAFKA_BOOTSTRAP_SERVERS): "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage() + ".",
                    e);
        }
    }
}

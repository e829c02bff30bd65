package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Which classes turn events into bytes and back. Confluent's, for a site that has them, bring their own client and get
 * its usual settings.
 *
 * @param serializer null for Apicurio's
 * @param deserializer null for Apicurio's
 * @param properties what the classes are configured with besides
 * @param registry where it is, and who we are there
 */
public record SerdeSettings(
        @Nullable Class<?> serializer,
        @Nullable Class<?> deserializer,
        Map<String, String> properties,
        SchemaRegistryProperties registry) {

    @SuppressWarnings("unchecked") // a serializer that a site names takes any object
    Serializer<Object> serializerOr(Serializer<Object> apicurio) {
        Serializer<Object> chosen = apicurio;
        if (serializer != null) {
            if (!(instance(serializer) instanceof Serializer<?> other)) {
                throw unfit(serializer, null);
            }
            chosen = (Serializer<Object>) other;
        }
        chosen.configure(all(), false);
        return chosen;
    }

    @SuppressWarnings("unchecked") // what it gives is looked at
    Deserializer<Object> deserializerOr(Deserializer<Object> apicurio) {
        Deserializer<Object> chosen = apicurio;
        if (deserializer != null) {
            if (!(instance(deserializer) instanceof Deserializer<?> other)) {
                throw unfit(deserializer, null);
            }
            chosen = (Deserializer<Object>) other;
        }
        chosen.configure(all(), false);
        return chosen;
    }

    private Map<String, Object> all() {
        Map<String, Object> all = new HashMap<>();
        all.put("apicurio.registry.use-specific-avro-reader", true);
        all.put("apicurio.registry.avro-datum-provider", KeptDatums.class.getName());
        all.put("schema.registry.url", registry.required().toString());
        String userInfo = registry.userInfo();
        if (userInfo != null) {
            all.put("basic.auth.credentials.source", "USER_INFO");
            all.put("basic.auth.user.info", userInfo);
        }
        all.put("auto.register.schemas", false);
        all.put("specific.avro.reader", true);
        all.putAll(properties);
        return all;
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw unfit(type, e);
        }
    }

    private static StartRefusedException unfit(Class<?> type, @Nullable Throwable cause) {
        return new StartRefusedException(
                "The configuration is wrong: event-bus.serde: " + type.getName()
                        + " is no Kafka serde with a constructor without arguments.",
                cause);
    }
}

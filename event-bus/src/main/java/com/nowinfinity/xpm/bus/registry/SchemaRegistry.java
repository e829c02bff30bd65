package com.nowinfinity.xpm.bus.registry;

import static com.nowinfinity.xpm.bus.registry.RegistryHttp.encoded;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * The registry over Confluent's API, which Apicurio and Confluent both serve; so the ids are the ones that a foreign
 * client of that API reads and writes. Every call throws {@link RegistryUnavailableException} where the registry does
 * not answer for itself.
 */
public final class SchemaRegistry {

    static final String FULL_TRANSITIVE = "FULL_TRANSITIVE";

    private final RegistryHttp http;

    public SchemaRegistry(SchemaRegistryProperties registry) {
        this.http = new RegistryHttp(registry.required(), registry.authorization());
    }

    /** The text of the schema with an id; empty when the registry says that it has none. */
    Optional<String> byId(int id) {
        RegistryAnswer answer = http.exchange("GET", "schemas/ids/" + id, null);
        if (answer.isUnknown()) {
            return Optional.empty();
        }
        return Optional.of(found(answer).body().path("schema").asString(""));
    }

    /** The id of a schema under a subject; empty when it is not registered there. */
    OptionalInt idOf(String subject, Schema schema) {
        RegistryAnswer answer = http.exchange("POST", "subjects/" + encoded(subject), content(schema));
        return answer.isUnknown() ? OptionalInt.empty() : OptionalInt.of(id(found(answer)));
    }

    /**
     * Registers a schema, unless it is there already, in a subject that from then on takes compatible ones only.
     *
     * @return its id
     * @throws IncompatibleSchemaException when an earlier version of the subject does not go with it
     */
    public int register(String subject, Schema schema) {
        // First the rule: a subject that exists must not take a schema against it. A new one has no rule to set yet.
        boolean guarded = guard(subject);
        RegistryAnswer answer = http.exchange("POST", "subjects/" + encoded(subject) + "/versions", content(schema));
        if (answer.status() == 409 || answer.status() == 422) {
            throw new IncompatibleSchemaException(subject, answer.message());
        }
        int id = id(found(answer));
        if (!guarded && !guard(subject)) {
            throw new RegistryUnavailableException("the schema registry does not let " + subject + " be guarded", null);
        }
        return id;
    }

    private boolean guard(String subject) {
        RegistryAnswer answer =
                http.exchange("PUT", "config/" + encoded(subject), Map.of("compatibility", FULL_TRANSITIVE));
        if (answer.isUnknown()) {
            return false;
        }
        found(answer);
        return true;
    }

    private static Map<String, String> content(Schema schema) {
        return Map.of("schema", schema.toString());
    }

    private static RegistryAnswer found(RegistryAnswer answer) {
        if (!answer.isFound()) {
            throw new RegistryUnavailableException(
                    "the schema registry answers " + answer.status() + ": " + answer.message(), null);
        }
        return answer;
    }

    private static int id(RegistryAnswer answer) {
        int id = answer.body().path("id").asInt(-1);
        if (id < 0) {
            throw new RegistryUnavailableException("the schema registry answers without an id", null);
        }
        return id;
    }
}

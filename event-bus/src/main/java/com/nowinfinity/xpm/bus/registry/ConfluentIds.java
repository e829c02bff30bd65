package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.events.Topic;
import io.apicurio.registry.resolver.ParsedSchemaImpl;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.SchemaParser;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.data.SerdeMetadata;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.jspecify.annotations.Nullable;

/**
 * Lets Apicurio's serde use our look-ups instead of its own: ids as Confluent's API gives them, found once and kept,
 * and failures in our words. Its own client would ask Apicurio's core API, forget after 30 s, and not tell a missing
 * schema from a missing registry.
 */
final class ConfluentIds implements SchemaResolver<Schema, Object> {

    private final SchemaIds ids;
    private final WriterSchemas schemas;
    private @Nullable SchemaParser<Schema, Object> parser;

    ConfluentIds(SchemaIds ids, WriterSchemas schemas) {
        this.ids = ids;
        this.schemas = schemas;
    }

    @Override
    public void configure(Map<String, ?> configs, SchemaParser<Schema, Object> schemaParser) {
        parser = schemaParser;
    }

    @Override
    public SchemaLookupResult<Schema> resolveSchema(Record<Object> event) {
        String topic = ((SerdeMetadata) event.metadata()).getTopic();
        Schema schema = ((GenericContainer) event.payload()).getSchema();
        return found(ids.idOf(Topic.subject(topic), schema), schema);
    }

    @Override
    public SchemaLookupResult<Schema> resolveSchemaByArtifactReference(ArtifactReference reference) {
        int id = reference.getContentId().intValue();
        return switch (schemas.find(id)) {
            case WriterSchema.Known known -> found(id, known.schema());
            case WriterSchema.Unusable unusable -> throw new IllegalStateException(unusable.reason());
            case WriterSchema.Missing missing -> throw new IllegalStateException("unknown schema id " + id);
            case WriterSchema.Doubtful doubtful ->
                throw new RegistryUnavailableException("the schema registry denies schema id " + id, null);
        };
    }

    private static SchemaLookupResult<Schema> found(long id, Schema schema) {
        return SchemaLookupResult.<Schema>builder()
                .contentId(id)
                .parsedSchema(new ParsedSchemaImpl<Schema>().setParsedSchema(schema))
                .build();
    }

    @Override
    public @Nullable SchemaParser<Schema, Object> getSchemaParser() {
        return parser;
    }

    @Override
    public void setClientFacade(RegistryClientFacade clientFacade) {
        // Not used: look-ups are ours.
    }

    @Override
    public void setArtifactResolverStrategy(ArtifactReferenceResolverStrategy<Schema, Object> strategy) {
        // Not used: the subject follows from the topic alone.
    }

    @Override
    public void reset() {
        // Nothing that is known of an id goes out of date.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

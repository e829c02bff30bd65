package com.nowinfinity.xpm.portal.demonstration;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntitySeed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Loads the seed file once in the life of the database: before the web server opens. The portal is healthy when all of
 * it is on Kafka too, so that whoever waits for health finds the practice there.
 */
final class FirstLoad implements SmartLifecycle, HealthIndicator {

    private static final String ID = "_id";

    private final String businessId;
    private final @Nullable Path file;
    private final EntitySeed seed;
    private final EntityRegister register;
    private final MongoCollection<Document> loads;
    private final InstantSource clock;
    private volatile boolean published;
    private volatile boolean running;

    FirstLoad(
            String businessId,
            @Nullable Path file,
            EntitySeed seed,
            EntityRegister register,
            MongoCollection<Document> loads,
            InstantSource clock) {
        this.businessId = businessId;
        this.file = file;
        this.seed = seed;
        this.register = register;
        this.loads = loads;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (file != null && loads.find(Filters.eq(ID, businessId)).first() == null) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            SeedFile.read(file, entities -> seed.load(businessId, entities, at));
            loads.replaceOne(
                    Filters.eq(ID, businessId),
                    new Document(ID, businessId).append("at", at.toString()),
                    new ReplaceOptions().upsert(true));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        // Once out, never asked again: later edits do not make the portal unhealthy.
        published = published || !register.anyUnpublished(businessId);
        return published
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "the first load is on its way to Kafka")
                        .build();
    }
}

package com.nowinfinity.xpm.notification.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connects to the database. A write counts once a majority has it. */
final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Database() {}

    static MongoClient connect(MongoProperties properties) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address(properties))
                .applicationName("notification-service")
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .build());
    }

    private static ConnectionString address(MongoProperties properties) {
        try {
            return new ConnectionString(String.valueOf(properties.uri()));
        } catch (IllegalArgumentException e) {
            // The message of the driver may repeat the password.
            throw new WrongConfigurationException(
                    "mongodb.uri (environment variable MONGODB_URI) is no connection string of MongoDB.");
        }
    }
}

package com.nowinfinity.xpm.notification.storage;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service keeps what it knows.
 *
 * @param uri connection string of the MongoDB-compatible server
 * @param database name of this service's database
 */
@ConfigurationProperties("mongodb")
record MongoProperties(
        @Nullable String uri,
        @DefaultValue("notification-service") String database) {

    MongoProperties {
        if (uri == null || uri.isBlank()) {
            throw new WrongConfigurationException(
                    "Set mongodb.uri (environment variable MONGODB_URI): the connection string of the database.");
        }
    }
}

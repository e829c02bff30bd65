package com.nowinfinity.xpm.connector.store;

import com.mongodb.ConnectionString;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are kept.
 *
 * @param uri MongoDB's connection string, with credentials where the site has them
 * @param database this service's own
 */
@ConfigurationProperties("mongodb")
record MongoProperties(
        String uri, @DefaultValue("connector-service") String database) {

    MongoProperties {
        connection(uri);
    }

    ConnectionString connection() {
        return connection(uri);
    }

    /** The address may hold a password. */
    @Override
    public String toString() {
        return "MongoProperties[" + database + "]";
    }

    private static ConnectionString connection(@Nullable String uri) {
        if (uri == null || uri.isBlank()) {
            throw new WrongConfigurationException(
                    "Set mongodb.uri (environment variable MONGODB_URI): the address of MongoDB.");
        }
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new WrongConfigurationException("mongodb.uri is not a MongoDB connection string.");
        }
    }
}

package com.nowinfinity.xpm.portal;

import com.mongodb.ConnectionString;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the portal keeps its entities.
 *
 * @param uri MongoDB's connection string; may hold a password
 * @param database the portal's own
 */
@ConfigurationProperties("mongodb")
record DatabaseProperties(
        @Nullable String uri, @DefaultValue("portal") String database) {

    ConnectionString connection() {
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

    @Override
    public String toString() {
        return "DatabaseProperties[" + database + "]";
    }
}

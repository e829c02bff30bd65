package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/** What the worker is configured with beside XPM itself; see application.yaml. */
final class WorkerProperties {

    private WorkerProperties() {}

    /** @param database the name of this service's database */
    @ConfigurationProperties("mongodb")
    record Mongo(
            @Nullable String uri,
            @DefaultValue("sync-worker") String database) {

        Mongo {
            required(uri, "mongodb.uri", "the connection string of the database");
        }
    }

    @ConfigurationProperties("connector")
    record Connector(@Name("internal-uri") @Nullable URI internalUri) {

        Connector {
            required(internalUri, "connector.internal-uri", "where connector-service answers workers");
        }
    }

    @ConfigurationProperties("internal")
    record Internal(@Nullable String secret) {

        Internal {
            required(secret, "internal.secret", "what our own services show each other");
        }

        @Override
        public String toString() {
            return "Internal[secret=redacted]";
        }
    }

    /**
     * @param hosts where documents may be fetched from, beside connector-service
     * @param timeout of one try, from the connection to the last byte
     * @param tries after how many tries in a row a document whose host cannot be reached is parked
     * @param pause before the second try; the pauses double
     * @param types content types that are sent; a star at the end stands for any rest
     */
    @ConfigurationProperties("documents")
    record Documents(
            @DefaultValue Set<String> hosts,
            @Name("max-size") @DefaultValue("10MB") DataSize maxSize,
            @DefaultValue("12") int tries,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("1m") Duration timeout,

            @DefaultValue({
                "application/pdf",
                "application/msword",
                "application/rtf",
                "application/vnd.*",
                "application/zip",
                "application/octet-stream",
                "image/*",
                "message/rfc822",
                "text/plain",
                "text/csv"
            })
            List<String> types) {

        Documents {
            if (tries < 1 || !pause.isPositive() || !timeout.isPositive()) {
                throw new StartRefusedException(
                        "The configuration is wrong: documents.tries must be at least 1, documents.pause and documents.timeout longer than nothing.");
            }
        }
    }

    static <T> T required(@Nullable T value, String property, String meaning) {
        if (value == null || value.toString().isBlank()) {
            throw new StartRefusedException("Set %s: %s.".formatted(property, meaning));
        }
        return value;
    }
}

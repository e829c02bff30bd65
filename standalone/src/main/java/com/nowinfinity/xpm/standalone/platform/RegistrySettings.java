package com.nowinfinity.xpm.standalone.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings of a registry that is alone and small, and forgets nothing that it answered. */
final class RegistrySettings {

    private RegistrySettings() {}

    static List<String> jvmOptions() {
        return List.of(
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=48m",
                // As the manifest says, which only java -jar obeys.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dvertx.disableDnsResolver=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }

    static Map<String, String> environment(Path folder, int port) {
        // Without WRITE_DELAY=0 a kill would lose answered registrations, and their ids would be given again.
        var url = "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096"
                .formatted(folder.resolve("registry").toAbsolutePath());
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("QUARKUS_LOG_LEVEL", "WARN"),
                Map.entry("QUARKUS_LOG_CATEGORY__IO_APICURIO__LEVEL", "WARN"),
                Map.entry("QUARKUS_HTTP_IO_THREADS", "2"),
                Map.entry("QUARKUS_THREAD_POOL_MAX_THREADS", "8"),
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "h2"),
                Map.entry("APICURIO_DATASOURCE_URL", url),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8"));
    }
}

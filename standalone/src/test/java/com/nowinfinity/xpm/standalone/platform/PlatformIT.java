package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PlatformIT {

    @Test
    void brokerDatabaseAndRegistryAnswer() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        try (var mongo = MongoClients.create(TestPlatform.shared().mongoUri())) {
            assertThat(mongo.getDatabase("admin")
                            .runCommand(new Document("ping", 1))
                            .get("ok"))
                    .isEqualTo(1.0);
        }
        try (var http = HttpClient.newHttpClient()) {
            var subjects = URI.create(TestPlatform.shared().registryUri() + "/subjects");
            assertThat(http.send(HttpRequest.newBuilder(subjects).build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("[]");
        }
    }
}

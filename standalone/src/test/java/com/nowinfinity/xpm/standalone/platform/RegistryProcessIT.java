package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RegistryProcessIT {

    @TempDir
    Path folder;

    @Test
    void givesNoIdTwiceThroughAKill() throws Exception {
        int port = FreePort.any();
        String first;
        try (var registry = start(port)) {
            first = register(registry.uri(), "First");
            registry.process().destroyForcibly().waitFor();
        }
        try (var registry = start(port)) {
            assertThat(register(registry.uri(), "First")).isEqualTo(first);
            assertThat(register(registry.uri(), "Second")).isNotEqualTo(first);
        }
    }

    @Test
    void saysThatItIsNotUnpacked() {
        assertThatThrownBy(() -> RegistryProcess.start(folder, folder, folder.resolve("log"), FreePort.any()))
                .hasMessageContaining("build the module standalone");
    }

    private RegistryProcess start(int port) {
        return RegistryProcess.start(TestPlatform.registryHome(), folder, folder.resolve("registry.log"), port)
                .awaitReady();
    }

    private static String register(URI registry, String name) throws Exception {
        var schema = "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"%s\\\", \\\"fields\\\": []}\"}"
                .formatted(name);
        var request = HttpRequest.newBuilder(URI.create("%s/subjects/%s-value/versions".formatted(registry, name)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(schema))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}

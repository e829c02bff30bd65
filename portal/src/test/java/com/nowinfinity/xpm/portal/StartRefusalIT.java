package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

class StartRefusalIT {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "portal.issuer, '', Set portal.issuer (environment variable PORTAL_ISSUER)",
        "portal.audience, '', Set portal.audience (environment variable PORTAL_AUDIENCE)",
        "portal.key-file, '', Set portal.key-file (environment variable PORTAL_KEY_FILE)",
        "portal.key-file, /proc/none, 'portal.key-file: /proc/none cannot be read or created'",
        "mongodb.uri, '', Set mongodb.uri (environment variable MONGODB_URI)",
        "mongodb.uri, nonsense, mongodb.uri is not a MongoDB connection string.",
        "portal.demonstration-file, '', Set portal.demonstration-file",
        "portal.services.report, '', Set portal.services.report (environment variable PORTAL_SERVICES_REPORT)",
        "portal.demonstration-file, none.json, 'portal.demonstration-file: none.json cannot be read'"
    })
    void saysInOneSentenceWhatToSet(String property, String value, String sentence) throws IOException {
        Path demonstration = Files.writeString(
                folder.resolve("demonstration.json"),
                "{\"businesses\": [{\"businessId\": \"b\", \"name\": \"B\", \"users\": []}]}");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--schema-registry.uri=http://localhost:1/apis/ccompat/v7",
                "--spring.kafka.bootstrap-servers=localhost:1",
                "--mongodb.uri=mongodb://localhost:1",
                "--portal.services.connector=http://localhost:1",
                "--portal.services.report=http://localhost:1",
                "--portal.services.notification=http://localhost:1",
                "--portal.issuer=i",
                "--portal.audience=a",
                "--portal.key-file=" + folder.resolve("key.json"),
                "--portal.demonstration-file=" + demonstration));
        arguments.removeIf(argument -> argument.startsWith("--" + property + "="));
        arguments.add("--" + property + "=" + value);

        Throwable refusal = catchThrowable(() -> new SpringApplicationBuilder(PortalApplication.class)
                .profiles("demonstration")
                .run(arguments.toArray(String[]::new))
                .close());

        assertThat(refusal)
                .rootCause()
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith(sentence);
    }
}

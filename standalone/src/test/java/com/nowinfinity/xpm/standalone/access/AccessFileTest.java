package com.nowinfinity.xpm.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFileTest {

    private static final Access ACCESS = new Access(
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://127.0.0.1:8081"),
            List.of(URI.create("http://127.0.0.1:8081"), URI.create("http://127.0.0.1:49152")),
            URI.create("http://127.0.0.1:8083"),
            URI.create("http://127.0.0.1:8084"),
            URI.create("http://127.0.0.1:8082"),
            null,
            URI.create("http://127.0.0.1:8085/apis/ccompat/v7"),
            "127.0.0.1:9092",
            "mongodb://127.0.0.1:27017",
            List.of(new Access.Business(
                    "harbour", List.of(new Access.User("hana", "secret word", Access.Role.MANAGE, "ey.token")))));

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        var file = folder.resolve("access.json");
        AccessFile.write(file, ACCESS);
        assertThat(AccessFile.read(file)).isEqualTo(ACCESS);
        assertThat(file).content().contains("\"role\" : \"MANAGE\"").contains("\"simulator\" : null");
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        var file = folder.resolve("access.json");
        AccessFile.write(file, ACCESS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhichFileIsBroken() throws Exception {
        var file = Files.writeString(folder.resolve("access.json"), "{\"portal\": 7");
        assertThatThrownBy(() -> AccessFile.read(file)).hasMessageContaining("access.json");
    }

    @Test
    void printsNeitherPasswordNorToken() {
        assertThat(ACCESS.toString()).doesNotContain("secret word").doesNotContain("ey.token");
    }

    @Test
    void findsTheUserOfARole() {
        assertThat(ACCESS.user("harbour", Access.Role.MANAGE).name()).isEqualTo("hana");
        assertThatThrownBy(() -> ACCESS.user("harbour", Access.Role.OPERATE)).hasMessageContaining("harbour");
    }
}

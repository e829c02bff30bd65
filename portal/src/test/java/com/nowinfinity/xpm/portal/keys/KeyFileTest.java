package com.nowinfinity.xpm.portal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void keepsOneKeyOverStarts() {
        Path file = folder.resolve("new/keys.json");

        assertThat(KeyFile.keep(file).privateKey()).isEqualTo(KeyFile.keep(file).privateKey());
    }

    @Test
    void letsOnlyTheOwnerReadIt() throws IOException {
        Path file = folder.resolve("keys.json");
        KeyFile.keep(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void saysInOneSentenceThatTheFileIsNoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "{\"kty\": \"RSA\"}");

        assertThatThrownBy(() -> KeyFile.keep(file))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith("portal.key-file: ")
                .hasMessageContaining("no RSA signing key");
    }

    @Test
    void saysInOneSentenceThatTheFolderCannotBeUsed() throws IOException {
        Path occupied = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> KeyFile.keep(occupied.resolve("keys.json")))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining("cannot be read or created");
    }

    @Test
    void printsNoKey() {
        SigningKey key = SigningKey.generate();

        assertThat(key.toString()).hasSizeLessThan(100).doesNotContain("\"d\"");
    }
}

package com.nowinfinity.xpm.portal.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.events.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a demonstration starts from; a wrong one stops the start with one sentence. */
class StartFilesTest {

    private static final String COMPANY =
            "{\"entityId\": \"c-1\", \"version\": 3, \"kind\": \"COMPANY\", \"name\": \"A\"}\n";

    @TempDir
    private Path folder;

    @Test
    void readsEntitiesLineByLine() throws IOException {
        List<Entity> read = new ArrayList<>();
        SeedFile.read(file(COMPANY + "\n" + COMPANY.replace("c-1", "c-2")), entities -> entities.forEach(read::add));

        assertThat(read).extracting(Entity::getEntityId).containsExactly("c-1", "c-2");
        assertThat(read).extracting(Entity::getVersion).containsExactly(3L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entityId\": \"c-2\"",
                "[]",
                "{\"entityId\": \"c-2\", \"kind\": \"CASTLE\", \"name\": \"A\"}",
                "{\"kind\": \"COMPANY\", \"name\": \"A\"}",
                "{\"entityId\": \"c-2\", \"kind\": \"COMPANY\", \"name\": \"A\", \"colour\": \"red\"}"
            })
    void namesTheLineThatIsNoEntity(String line) throws IOException {
        Path file = file(COMPANY + line + "\n");

        assertThatThrownBy(() -> SeedFile.read(file, entities -> entities.forEach(entity -> {})))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith("portal.seed-file: line 2 of " + file);
    }

    @Test
    void saysThatThereIsNoSeedFile() {
        assertThatThrownBy(() -> SeedFile.read(folder.resolve("none"), entities -> {}))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"businesses\": []}",
                "{\"businesses\": [{\"businessId\": \"b\", \"name\": \"B\"}]}",
                "{\"businesses\": [{\"businessId\": \"b/1\", \"name\": \"B\", \"users\": []}]}",
                "{\"businesses\": [{\"businessId\": \"b\", \"name\": \"B\", \"users\": [{\"name\": \"a\"}]}]}",
                "{\"businesses\": [{\"businessId\": \"b\", \"name\": \"B\", \"users\": [], \"colour\": \"red\"}]}"
            })
    void saysInOneSentenceThatTheDemonstrationIsNone(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> DemonstrationFile.read(file))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith("portal.demonstration-file: " + file);
    }

    @Test
    void printsNoPassword() throws IOException {
        Path file = file("{\"businesses\": [{\"businessId\": \"b\", \"name\": \"B\", \"users\":"
                + " [{\"name\": \"anna\", \"password\": \"secret\", \"role\": \"MANAGE\", \"scope\": \"s\"}]}]}");

        assertThat(DemonstrationFile.read(file).toString()).contains("anna").doesNotContain("secret");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }
}

package com.nowinfinity.xpm.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.nowinfinity.xpm.standalone.access.Access.Role;
import com.nowinfinity.xpm.standalone.options.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KeptFilesTest {

    @TempDir
    Path folder;

    @Test
    void keepsSecretsOverRestarts() throws Exception {
        var file = folder.resolve("credentials.json");
        var made = Credentials.keptIn(file);
        assertThat(Credentials.keptIn(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.toString()).doesNotContain(made.internalSecret());
    }

    @Test
    void makesAKeysetThatTinkReads() throws Exception {
        var keyset = Credentials.keptIn(folder.resolve("credentials.json")).keyset();
        var tink = RegistryConfiguration.get();
        var aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, tink, InsecureSecretKeyAccess.get())
                .getPrimitive(tink, Aead.class);
        var sealed = aead.encrypt(new byte[] {1, 2}, new byte[] {3});
        assertThat(aead.decrypt(sealed, new byte[] {3})).containsExactly(1, 2);
    }

    @Test
    void keepsPasswordsOverRestartsAndSharesNone() {
        var file = folder.resolve("demonstration.json");
        var made = Demonstration.keptIn(file);
        assertThat(Demonstration.keptIn(file)).isEqualTo(made);
        var passwords = made.businesses().stream()
                .flatMap(business -> business.users().stream())
                .collect(Collectors.toMap(Demonstration.User::name, Demonstration.User::password, (one, other) -> one));
        assertThat(passwords).hasSize(5);
        assertThat(passwords.values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 12);
    }

    @Test
    void givesEveryBusinessAllRoles() {
        var made = Demonstration.keptIn(folder.resolve("demonstration.json"));
        assertThat(made.businesses())
                .extracting(Demonstration.Business::businessId)
                .containsExactly("harbour", "ridge");
        assertThat(made.businesses())
                .allSatisfy(business -> assertThat(business.users())
                        .extracting(Demonstration.User::role)
                        .containsExactlyInAnyOrder(Role.values()));
    }

    @Test
    void writesThePracticeOnceOneEntityOnEachLine() throws Exception {
        var file = folder.resolve("entities.jsonl");
        Practice.keptIn(file, CommandLine.read(List.of("--seed", "3")));
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSizeGreaterThan(50).allSatisfy(line -> {
            var entity = JsonMapper.shared().readTree(line);
            assertThat(entity.required("entityId").stringValue()).isNotBlank();
            assertThat(entity.required("version").intValue()).isPositive();
        });
        Practice.keptIn(file, CommandLine.read(List.of("--seed", "4")));
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }
}

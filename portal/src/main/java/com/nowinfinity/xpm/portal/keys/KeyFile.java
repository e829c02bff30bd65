package com.nowinfinity.xpm.portal.keys;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** Where the signing key lives between starts: one file that its owner alone may read. */
final class KeyFile {

    private static final String OWNER_ONLY = "rw-------";

    private KeyFile() {}

    /** The key of the file; where there is none yet, a new one that is there from now on. */
    static SigningKey keep(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new WrongConfigurationException(
                    "portal.key-file: %s cannot be read or created (%s); name a file in a folder"
                                    .formatted(file, e.getClass().getSimpleName())
                            + " that the portal may write to.");
        } catch (ParseException e) {
            throw new WrongConfigurationException(
                    ("portal.key-file: %s holds no RSA signing key as JSON Web Key; restore it, or"
                                    + " remove it for a new one, which ends every open session.")
                            .formatted(file));
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_ONLY));
            Files.writeString(draft, SigningKey.generate().privateKey());
            // A link appears whole or not at all, and never replaces the key of a portal that was faster.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException faster) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

package com.nowinfinity.xpm.connector.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.util.Bytes;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code keyset}: a Tink keyset of AEAD keys as JSON, or {@code file:} and the path of one. */
final class Keyset {

    private static final String FILE = "file:";

    private Keyset() {}

    /** @throws WrongConfigurationException that quotes nothing of it */
    static Seal seal(@Nullable String property) {
        if (property == null || property.isBlank()) {
            throw new WrongConfigurationException(
                    "Set keyset (environment variable KEYSET): a Tink keyset of AES256_GCM keys as JSON, or file: and"
                            + " the path of one, for secrets at rest.");
        }
        if (property.startsWith(FILE)) {
            Path path = Path.of(property.substring(FILE.length()));
            return new Seal(() -> text(path));
        }
        return seal(() -> property);
    }

    static Seal seal(Supplier<String> source) {
        return new Seal(source);
    }

    static Keys parsed(String json) {
        try {
            Configuration aeads = AeadConfig2026.get();
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(json, aeads, InsecureSecretKeyAccess.get());
            Bytes prefix = keys.getPrimary().getKey() instanceof AeadKey primary
                    ? primary.getOutputPrefix()
                    : Bytes.copyFrom(new byte[0]);
            if (prefix.size() == 0) {
                throw new WrongConfigurationException(
                        "keyset must have keys of the output prefix type TINK: without it a key cannot be replaced.");
            }
            return new Keys(
                    keys.getPrimitive(aeads, Aead.class), keys.getPrimary().getId(), prefix);
        } catch (GeneralSecurityException e) {
            // The cause may quote the key.
            throw new WrongConfigurationException("keyset is not a Tink keyset of AEAD keys as JSON.");
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new WrongConfigurationException("The file that keyset names cannot be read: " + path);
        }
    }
}

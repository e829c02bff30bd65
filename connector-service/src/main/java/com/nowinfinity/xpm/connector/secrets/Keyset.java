package com.nowinfinity.xpm.connector.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code keyset}: a Tink keyset of AEAD keys, as JSON. */
final class Keyset {

    private Keyset() {}

    static Seal seal(@Nullable String json) {
        if (json == null || json.isBlank()) {
            throw new WrongConfigurationException(
                    "Set keyset (environment variable KEYSET): a Tink keyset of AES256_GCM keys as JSON, for secrets at rest.");
        }
        try {
            Configuration aeads = AeadConfig2026.get();
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(json, aeads, InsecureSecretKeyAccess.get());
            return new Seal(keys.getPrimitive(aeads, Aead.class));
        } catch (GeneralSecurityException e) {
            // The cause may quote the key.
            throw new WrongConfigurationException("keyset is not a Tink keyset of AEAD keys as JSON.");
        }
    }
}

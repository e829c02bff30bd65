package com.nowinfinity.xpm.benchmarks.lab;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** A keyset for one measure. */
final class Keysets {

    private Keysets() {}

    static String fresh() {
        try {
            AeadConfig.register();
            var tink = RegistryConfiguration.get();
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, tink, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keyset can be made", e);
        }
    }
}

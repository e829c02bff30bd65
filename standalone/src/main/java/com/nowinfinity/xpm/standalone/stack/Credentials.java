package com.nowinfinity.xpm.standalone.stack;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.nowinfinity.xpm.standalone.access.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets of one installation, made at its first start.
 *
 * @param internalSecret between connector-service and the workers
 * @param clientSecret of our app at the simulator
 * @param keyset Tink keyset as JSON, for secrets at rest
 */
record Credentials(String internalSecret, String clientSecret, String keyset) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Credentials keptIn(Path file) {
        if (Files.exists(file)) {
            return JSON.readValue(file, Credentials.class);
        }
        var made = new Credentials(Passwords.secret(), Passwords.secret(), newKeyset());
        PrivateFiles.write(file, JSON.writeValueAsBytes(made));
        return made;
    }

    @Override
    public String toString() {
        return "Credentials[...]";
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            var tink = RegistryConfiguration.get();
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, tink, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keyset can be made", e);
        }
    }
}

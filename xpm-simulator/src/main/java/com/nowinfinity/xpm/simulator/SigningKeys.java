package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that signs tokens; kept, so that a token outlives a restart. */
final class SigningKeys {

    private SigningKeys() {}

    /** Both in base 64. */
    private record Encoded(String publicKey, String privateKey) {}

    /** One for all simulators of this process that keep nothing: making a key takes longer than all the rest. */
    static KeyPair ofThisProcess() {
        return OfThisProcess.KEYS;
    }

    private static final class OfThisProcess {
        static final KeyPair KEYS = generate();
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static KeyPair keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            KeyPair keys = generate();
            Encoded encoded = new Encoded(encoded(keys.getPublic()), encoded(keys.getPrivate()));
            Persistence.replace(file, Json.mapper().writeValueAsBytes(encoded));
            return keys;
        }
        Encoded encoded = Json.mapper().readValue(Files.readAllBytes(file), Encoded.class);
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(encoded.publicKey()))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded.privateKey()))));
        } catch (GeneralSecurityException damaged) {
            throw new IOException("The signing key in " + file + " cannot be read", damaged);
        }
    }

    private static String encoded(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}

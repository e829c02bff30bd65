package com.nowinfinity.xpm.connector.secrets;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets with the keyset's primary key and opens them with any key of it; the ciphertext starts with the key's
 * id. A ciphertext is bound to its business and purpose: elsewhere it does not open.
 */
public final class Seal {

    private final Aead aead;

    Seal(Aead aead) {
        this.aead = aead;
    }

    public byte[] close(String businessId, Purpose purpose, Secret secret) {
        try {
            return aead.encrypt(secret.value().getBytes(StandardCharsets.UTF_8), context(businessId, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when it was sealed for something else, was tampered with, or its key is gone */
    public Secret open(String businessId, Purpose purpose, byte[] sealed) {
        try {
            return new Secret(new String(aead.decrypt(sealed, context(businessId, purpose)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed " + purpose.label() + " of a business does not open", e);
        }
    }

    private static byte[] context(String businessId, Purpose purpose) {
        return (businessId + "\n" + purpose.label()).getBytes(StandardCharsets.UTF_8);
    }
}

package com.nowinfinity.xpm.connector.secrets;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals secrets with the keyset's primary key and opens them with any key of it; the ciphertext starts with the key's
 * id. A ciphertext is bound to its business and purpose: elsewhere it does not open. The keyset may change meanwhile: it
 * is read again from time to time, and at once where something does not open, because another instance may have had the
 * new key first.
 */
public final class Seal {

    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);

    private final Supplier<String> source;
    private volatile String text;
    private volatile Keys keys;

    /** @param source the keyset as JSON, as it is now */
    Seal(Supplier<String> source) {
        this.source = source;
        this.text = source.get();
        this.keys = Keyset.parsed(text);
    }

    public byte[] close(String businessId, Purpose purpose, Secret secret) {
        try {
            return keys.aead().encrypt(secret.value().getBytes(StandardCharsets.UTF_8), context(businessId, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when it was sealed for something else, was tampered with, or its key is gone */
    public Secret open(String businessId, Purpose purpose, byte[] sealed) {
        try {
            return opened(businessId, purpose, sealed);
        } catch (GeneralSecurityException e) {
            if (readAgain()) {
                try {
                    return opened(businessId, purpose, sealed);
                } catch (GeneralSecurityException still) {
                    e.addSuppressed(still);
                }
            }
            throw new IllegalStateException("A sealed " + purpose.label() + " of a business does not open", e);
        }
    }

    public boolean isOfPresentKey(byte[] sealed) {
        return keys.madeByPrimary(sealed);
    }

    int primary() {
        return keys.primary();
    }

    /** Takes a changed keyset into use; one that cannot be used is left alone. True where it changed. */
    synchronized boolean readAgain() {
        try {
            String now = source.get();
            if (now.equals(text)) {
                return false;
            }
            keys = Keyset.parsed(now);
            text = now;
            LOG.info("The keyset has changed; secrets are sealed with {} from now on", keys);
            return true;
        } catch (WrongConfigurationException e) {
            LOG.warn("The changed keyset is not used: {}", e.getMessage());
            return false;
        }
    }

    private Secret opened(String businessId, Purpose purpose, byte[] sealed) throws GeneralSecurityException {
        return new Secret(
                new String(keys.aead().decrypt(sealed, context(businessId, purpose)), StandardCharsets.UTF_8));
    }

    private static byte[] context(String businessId, Purpose purpose) {
        return (businessId + "\n" + purpose.label()).getBytes(StandardCharsets.UTF_8);
    }
}

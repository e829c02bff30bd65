package com.nowinfinity.xpm.connector.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.util.Bytes;
import java.util.Arrays;

/**
 * The keys of one reading of the keyset.
 *
 * @param aead closes with the primary key, opens with any
 * @param primary its id
 * @param prefix of every ciphertext that the primary key made
 */
record Keys(Aead aead, int primary, Bytes prefix) {

    boolean madeByPrimary(byte[] sealed) {
        int length = prefix.size();
        return sealed.length > length && Arrays.equals(sealed, 0, length, prefix.toByteArray(), 0, length);
    }

    @Override
    public String toString() {
        return "Keys[primary=" + Integer.toUnsignedString(primary) + "]";
    }
}

package com.nowinfinity.xpm.connector.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final String OLD_KEY = key(1, "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");
    private static final String NEW_KEY = key(2, "GiAgAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");
    private static final Secret TOKEN = new Secret("token-canary");

    private final Seal seal = Keyset.seal(keyset(1, OLD_KEY));

    @Test
    void opensWhatItClosed() {
        byte[] closed = seal.close("b-1", Purpose.ACCESS_TOKEN, TOKEN);

        assertThat(seal.open("b-1", Purpose.ACCESS_TOKEN, closed)).isEqualTo(TOKEN);
        assertThat(closed).as("a fresh nonce each time").isNotEqualTo(seal.close("b-1", Purpose.ACCESS_TOKEN, TOKEN));
    }

    @Test
    void opensNothingForAnotherBusinessOrPurposeOrAfterAChange() {
        byte[] closed = seal.close("b-1", Purpose.ACCESS_TOKEN, TOKEN);

        assertThatThrownBy(() -> seal.open("b-2", Purpose.ACCESS_TOKEN, closed)).hasMessageNotContaining("canary");
        assertThatThrownBy(() -> seal.open("b-1", Purpose.REFRESH_TOKEN, closed))
                .isInstanceOf(IllegalStateException.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open("b-1", Purpose.ACCESS_TOKEN, closed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensWithAnOlderKeyAndClosesWithThePrimaryOne() {
        byte[] closed = seal.close("b-1", Purpose.ACCESS_TOKEN, TOKEN);
        Seal rotated = Keyset.seal(keyset(2, OLD_KEY + "," + NEW_KEY));

        assertThat(rotated.open("b-1", Purpose.ACCESS_TOKEN, closed)).isEqualTo(TOKEN);
        byte[] closedAnew = rotated.close("b-1", Purpose.ACCESS_TOKEN, TOKEN);
        assertThat(Keyset.seal(keyset(2, NEW_KEY)).open("b-1", Purpose.ACCESS_TOKEN, closedAnew))
                .isEqualTo(TOKEN);
    }

    @Test
    void printsNothing() {
        assertThat(TOKEN.toString()).doesNotContain("canary");
        assertThat(TOKEN.digest()).hasSize(64);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "{}", "secret-canary", "{\"primaryKeyId\": 1, \"key\": []}"})
    void refusesAWrongKeysetWithOneSentenceThatDoesNotQuoteIt(String keyset) {
        assertThatThrownBy(() -> Keyset.seal(keyset))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining("keyset")
                .hasMessageNotContaining("canary");
    }

    private static String keyset(int primary, String keys) {
        return "{\"primaryKeyId\": %d, \"key\": [%s]}".formatted(primary, keys);
    }

    private static String key(int id, String value) {
        return """
                {"keyId": %d, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {"keyMaterialType": "SYMMETRIC",
                 "typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey", "value": "%s"}}""".formatted(id, value);
    }
}

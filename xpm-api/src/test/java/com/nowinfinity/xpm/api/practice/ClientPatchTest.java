package com.nowinfinity.xpm.api.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPatchTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u0000\u0001", "\ud800"})
    void neverSendsAnEmptyValueUnasked(String value) {
        assertThat(ClientPatch.NONE.set(ClientElement.EMAIL, value).isEmpty()).isTrue();
    }

    @Test
    void clearsWhatItIsToldToClear() {
        assertThat(ClientPatch.NONE.clear(ClientElement.FAX).elements())
                .containsExactly(Map.entry(ClientElement.FAX, ""));
    }

    @Test
    void neverClearsTheName() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientPatch.NONE.clear(ClientElement.NAME));
    }

    @Test
    void trimsAndDropsWhatXmlCannotCarry() {
        assertThat(ClientPatch.NONE
                        .set(ClientElement.NAME, " Smith\u0007 & Co\n")
                        .elements())
                .containsExactly(Map.entry(ClientElement.NAME, "Smith & Co"));
    }

    @Test
    void setsThePartsOfAnAddressThatAreThere() {
        PostalAddress address = new PostalAddress("Unit 3\n12 High St", "Carlton", null, " ", "Australia");

        assertThat(ClientPatch.NONE.physicalAddress(address).elements())
                .containsOnlyKeys(ClientElement.STREET, ClientElement.CITY, ClientElement.COUNTRY);
        assertThat(ClientPatch.NONE.postalAddress(address).elements())
                .containsOnlyKeys(ClientElement.POSTAL_STREET, ClientElement.POSTAL_CITY, ClientElement.POSTAL_COUNTRY);
    }

    @Test
    void printsNoValues() {
        assertThat(ClientPatch.NONE.set(ClientElement.TAX_NUMBER, "123456782")).hasToString("ClientPatch[TAX_NUMBER]");
        assertThat(ClientDraft.of(ClientPatch.NONE.set(ClientElement.NAME, "Smith"))
                        .toString())
                .doesNotContain("Smith");
    }

    @Test
    void refusesADateThatIsNone() {
        assertThatThrownBy(() -> ClientPatch.NONE.set(ClientElement.DATE_OF_BIRTH, "26/11/1970"))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void makesNoDraftWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientDraft.of(ClientPatch.NONE.set(ClientElement.EMAIL, "a@example.com")));
    }
}

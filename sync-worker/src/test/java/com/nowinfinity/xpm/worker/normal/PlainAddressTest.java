package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

    private static final PlainAddress CARLTON =
            new PlainAddress("3/12 High Street", "Carlton", "VIC", "3053", "Australia");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/12 High Street",
                "3/12 High St",
                "3 / 12 HIGH ST.",
                "Unit 3/12 High Street",
                "Unit 3, 12 High St",
                "U 3, 12 High St",
                "Apt 3 12 High Street",
                "Suite 3\n12 High Street"
            })
    void seesOneUnitInOneStreet(String street) {
        assertThat(withStreet(street).form()).isEqualTo(CARLTON.form());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4/12 High Street", "12 High Street", "312 High Street", "3/12 High Road", "3/12 Hugh Street"})
    void keepsAddressesApartThatDiffer(String street) {
        assertThat(withStreet(street).form()).isNotEqualTo(CARLTON.form());
    }

    @ParameterizedTest
    @CsvSource({
        "1 Park Road,      1 Park Rd",
        "1 Park Avenue,    1 Park Ave",
        "1 Park Av,        1 Park Ave",
        "1 Park Drive,     1 Park Dr",
        "1 Park Place,     1 Park Pl",
        "1 Park Court,     1 Park Ct",
        "1 Park Crescent,  1 Park Cres",
        "1 Park Parade,    1 Park Pde",
        "1 Park Highway,   1 Park Hwy",
        "1 Park Terrace,   1 Park Tce",
        "1 Park Lane,      1 Park Ln",
        "1 Park Boulevard, 1 Park Bvd",
        "1 Park Square,    1 Park Sq",
        "'Level 2, 1 Park St', L 2 1 Park Street",
        "P.O. Box 12,      PO Box 12"
    })
    void readsTheShortFormsOfStreets(String one, String other) {
        assertThat(withStreet(one).form()).isEqualTo(withStreet(other).form());
    }

    @ParameterizedTest
    @CsvSource({
        "New South Wales,              nsw",
        "Victoria,                     VIC",
        "Queensland,                   Qld",
        "South Australia,              SA",
        "Western Australia,            WA",
        "Tasmania,                     TAS",
        "Northern Territory,           NT",
        "Australian Capital Territory, ACT"
    })
    void readsStatesShortAndLong(String one, String other) {
        assertThat(new PlainAddress("1 High St", "Town", one, "3000", null).form())
                .isEqualTo(new PlainAddress("1 High St", "Town", other, "3000", null).form());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL", "Australia", "AUSTRALIA", "AU", "' '"},
            nullValues = "NULL")
    void takesHomeForGranted(@Nullable String country) {
        assertThat(new PlainAddress("3/12 High St", "Carlton", "VIC", "3053", country).form())
                .isEqualTo(CARLTON.form());
    }

    @Test
    void keepsOtherCountriesApart() {
        assertThat(new PlainAddress("3/12 High St", "Carlton", "VIC", "3053", "New Zealand").form())
                .isNotEqualTo(CARLTON.form());
    }

    @Test
    void keepsTheSameWordsApartInOtherParts() {
        assertThat(new PlainAddress("1 High St", "Carlton", null, null, null).form())
                .isNotEqualTo(new PlainAddress("1 High St Carlton", null, null, null, null).form());
    }

    @Test
    void isBlankWhenOnlyTheCountryIsKnown() {
        PlainAddress address = new PlainAddress(" ", null, "", null, "Australia");

        assertThat(address.isBlank()).isTrue();
        assertThat(address.form()).isNull();
    }

    @Test
    void isOneLineForPeople() {
        assertThat(new PlainAddress("3/12 High St\nRear", "Carlton", null, " 3053 ", "").line())
                .isEqualTo("3/12 High St Rear, Carlton, 3053");
    }

    private static PlainAddress withStreet(String street) {
        return new PlainAddress(street, "Carlton", "VIC", "3053", "Australia");
    }
}

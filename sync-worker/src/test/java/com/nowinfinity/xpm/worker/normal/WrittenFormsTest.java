package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormsTest {

    @ParameterizedTest
    @CsvSource({
        "BHP Group Limited,004028077,49004028077",
        "Commonwealth Bank of Australia,123123124,48123123124",
        "Woolworths Group Limited,000014675,88000014675",
        "Telstra Group Limited,650620303,56650620303",
        "Qantas Airways Limited,009661901,16009661901",
        "JB Hi-Fi Limited,093220136,80093220136",
        "REA Group Ltd,068349066,54068349066",
        "Medibank Private Limited,080890259,47080890259"
    })
    void takesTheNumbersOfListedCompanies(String name, String acn, String abn) {
        assertThat(Numbers.validAcn(acn)).isEqualTo(acn);
        assertThat(Numbers.validAbn(abn)).isEqualTo(abn).endsWith(acn);
        assertThat(Names.soundsLikeTrust(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "123 456 782, true", "876 543 210, true", "459 599 230, true", "112 474 082, true", "565 051 603, true",
        "907 974 668, true", "123 456 789, false", "999 999 999, false", "000 000 000, false", "81 854 402, true",
        "37 118 660, true", "12 345 677, true", "12 345 678, false", "1234567, false"
    })
    void checksTaxFileNumbers(String tfn, boolean valid) {
        assertThat(Numbers.validTfn(tfn) != null).isEqualTo(valid);
        assertThat(Numbers.tail(tfn))
                .isEqualTo(tfn.replace(" ", "").substring(tfn.replace(" ", "").length() - 3));
    }

    @ParameterizedTest
    @CsvSource({
        "'SMITH, John',            John, , SMITH",
        "'Smith, Mr John Paul',    John, Paul, Smith",
        "SMITH John,               John, , SMITH",
        "Mr John Smith,            John, , Smith",
        "J. Smith,                 J., , Smith",
        "John Paul Smith,          John, Paul, Smith",
        "Dr. John (Jack) Smith,    John, , Smith",
        "Smith,                    , , Smith"
    })
    void readsAPersonsNameThatStandsInOneField(
            String display, @Nullable String first, @Nullable String middle, String last) {
        PersonName name = PersonName.read(display);

        assertThat(name).isEqualTo(new PersonName(first, middle, last, null));
    }

    @ParameterizedTest
    @CsvSource({
        "SMITH, Smith",
        "MCDONALD, McDonald",
        "O'BRIEN, O'Brien",
        "SMITH-JONES, Smith-Jones",
        "Mary, Mary",
        "van der Berg, van der Berg",
        "MÜLLER, Müller",
        "MR, Mr",
        "John SMITH, John Smith",
        "'SMITH, John', 'Smith, John'",
        "Mary O'BRIEN-JONES, Mary O'Brien-Jones",
        "McDONALD, McDonald",
        "Ronald McDonald, Ronald McDonald",
        "AJ Smith, AJ Smith",
        "J.R. Smith III, J.R. Smith III",
        "John Smith OAM, John Smith OAM",
        "J, J"
    })
    void writesNobodyInCapitals(String typed, String written) {
        assertThat(Capitals.person(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "JO@EXAMPLE.COM, jo@example.com",
        "Jo@Example.com, Jo@Example.com",
        "WWW.EXAMPLE.COM, www.example.com",
        "https://example.com/Team, https://example.com/Team"
    })
    void writesNoAddressOnlineInCapitals(String typed, String written) {
        assertThat(Capitals.online(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "SMITH & SONS PTY LTD, Smith & Sons Pty Ltd",
        "BHP PTY LTD, BHP Pty Ltd",
        "THE SMITH FAMILY TRUST, The Smith Family Trust",
        "JONES ATF THE SMITH FUND, Jones ATF the Smith Fund",
        "'UNIT 3, 12 HIGH STREET', 'Unit 3, 12 High Street'",
        "PO BOX 12, PO Box 12",
        "IAG, IAG",
        "iSelect Ltd, iSelect Ltd"
    })
    void writesNoFirmAndNoStreetInCapitals(String typed, String written) {
        assertThat(Capitals.line(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-02, 1970-01-02",
        "2/1/1970, 1970-01-02",
        "02/01/1970, 1970-01-02",
        "2 Jan 1970, 1970-01-02",
        "2 January 1970, 1970-01-02",
        "19700102, 1970-01-02",
        "1970-01-02T00:00:00, 1970-01-02",
        "31/02/1970, 31/02/1970",
        "soon, soon"
    })
    void readsDaysAsAustraliansWriteThem(String typed, String form) {
        assertThat(Dates.form(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "03 9876 5432 ext 12, 0398765432#12",
        "(03) 9876 5432 x12, 0398765432#12",
        "'+61 3 9876 5432, Ext. 12', 0398765432#12",
        "61 3 9876 5432, 0398765432",
        "412 345 678, 0412345678",
        "+61 1300 123 456, 1300123456",
        "ext 12, 12"
    })
    void readsExtensionsAndLostZeros(String typed, String form) {
        assertThat(Phones.form(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "X Pty Ltd ATF Y Trust,                     X Pty Ltd,  Y Trust",
        "X Pty Ltd A/T/F The Y Trust,               X Pty Ltd,  Y Trust",
        "X Pty Ltd as trustee for the Y Trust,      X Pty Ltd,  Y Trust",
        "X Pty Ltd as the trustee for Y Trust,      X Pty Ltd,  Y Trust",
        "X Pty Ltd (as trustee for Y Trust),        X Pty Ltd,  Y Trust",
        "X Pty Ltd <Y Trust A/C>,                   X Pty Ltd,  Y Trust",
        "The Trustee for Y Trust,                   ,           Y Trust",
        "The Trustees for the Y Trust,              ,           Y Trust"
    })
    void tellsATrustFromItsTrustee(String written, @Nullable String trustee, String trust) {
        assertThat(Names.trustee(written).orElse(null)).isEqualTo(trustee);
        assertThat(Names.firm(written)).isEqualTo(Names.firm(trust));
        assertThat(Names.namesTrusteeOrAccount(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATF Mining Pty Ltd", "A.T.F. Holdings Pty Ltd", "Atfield Pty Ltd"})
    void seesNoTrusteeWhereNobodyIsNamed(String company) {
        assertThat(Names.namesTrusteeOrAccount(company)).isFalse();
        assertThat(Names.trustee(company)).isEmpty();
    }

    @Test
    void readsATrustWhoseTrusteeIsLeftOut() {
        assertThat(Names.firm("ATF Smith Family Trust")).isEqualTo(Names.firm("Smith Family Trust"));
    }
}

package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRowsTest {

    @Test
    void offersForImportWhatOnlyXpmHolds() {
        assertThat(Rows.of(
                        company("c-1", "Smith Pty Ltd"),
                        client("x-1", "Smith Pty Ltd")
                                .acn("004085616")
                                .abn("53004085616")
                                .contact("a@example.com", "03 9876 5432", "example.com")
                                .physical(new PostalAddress("1 High St", "Carlton", "VIC", "3053", null))
                                .person("Jo", "Smith", "1970-01-02")))
                .isEmpty();
    }

    @Test
    void hidesWhatIsTheSameWrittenDifferently() {
        assertThat(Rows.of(
                        company("c-1", "Smith & Co Pty Ltd")
                                .setAcn("004085616")
                                .setAbn("53004085616")
                                .setEmail("a@example.com")
                                .setPhone("03 9876 5432")
                                .setWebsite("https://example.com/")
                                .setAddresses(address(
                                        AddressUse.PRINCIPAL_PLACE, "Unit 3, 12 High St", "Carlton", "VIC", "3053")),
                        client("x-1", "SMITH AND COMPANY PROPRIETARY LIMITED")
                                .acn("004 085 616")
                                .abn("53 004 085 616")
                                .contact("A@Example.com", "+61 3 9876 5432", "www.example.com")
                                .physical(new PostalAddress(
                                        "3/12 High Street", "CARLTON", "Victoria", "3053", "Australia"))))
                .isEmpty();
    }

    @Test
    void showsBothSidesAsTypedAndWhatWasAgreedAsItStillStands() {
        Comparison comparison = Rows.compare(
                company("c-1", "Smith Pty Ltd").setEmail(" New@Example.com "),
                client("x-1", "Smith Pty Ltd").contact("Old@Example.com", null, null),
                Rows.base("email", "old@example.com"));

        assertThat(comparison.differences())
                .containsExactly(new FieldDifference(
                        DifferenceKind.FIELD_DIFFERS,
                        "email",
                        "New@Example.com",
                        "Old@Example.com",
                        "Old@Example.com",
                        ChangedBy.NOWINFINITY,
                        Severity.LOW));
        assertThat(comparison.agreed()).containsEntry("name", "smith pty ltd").doesNotContainKey("email");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "004085616, NULL, number-missing acn",
                "004085616, TBA, number-missing acn",
                "004085616, 004085617, number-invalid acn",
                "004085616, 005749986, field-differs acn",
                "004085616, 04085616, number-invalid acn",
                "004085617, 004085617, number-invalid acn",
                "004085617, 004085616, number-invalid acn",
                "004085617, 005749987, number-invalid acn",
                "004085617, NULL, number-invalid acn",
                "NULL, 005749986, ''",
                "NULL, 005749987, ''"
            },
            nullValues = "NULL")
    void tellsMissingInvalidAndOtherNumbersApart(@Nullable String ours, @Nullable String theirs, String row) {
        assertThat(Rows.of(
                        company("c-1", "Smith").setAcn(ours),
                        client("x-1", "Smith").acn(theirs)))
                .isEqualTo(row.isEmpty() ? java.util.List.of() : java.util.List.of(row + " by UNKNOWN"));
    }

    @Test
    void ratesNumbersByWhatIsWrongWithThem() {
        assertThat(Rows.compare(
                                company("c-1", "Smith").setAcn("004085616").setAbn("53004085616"),
                                client("x-1", "Smith").abn("53004085617"),
                                Base.NONE)
                        .differences())
                .extracting(FieldDifference::severity)
                .containsExactly(Severity.MEDIUM, Severity.HIGH);
    }

    @Test
    void doesNotCompareTheTrusteesNumberOnATrust() {
        assertThat(Rows.of(
                        entity(EntityKind.TRUST, "t-1", "Smith Trust").setAcn("004085616"),
                        client("x-1", "Smith Trust").acn("005749986")))
                .isEmpty();
    }

    @Test
    void comparesPeopleByTheirPartsAndNotByTheirDisplayName() {
        assertThat(Rows.of(
                        person("p-1", "Mary", "O'Brien").setPersonMiddleName("Ann"),
                        client("x-1", "OBRIEN, Mary").person(parts("MARY", null, "OBRIEN"))))
                .isEmpty();
        assertThat(Rows.of(
                        person("p-1", "Mary", "O'Brien").setPersonMiddleName("Ann"),
                        client("x-1", "Mary O'Brien").person(parts("M", "A", "O'Brien"))))
                .isEmpty();
        assertThat(Rows.of(
                        person("p-1", "Mary", "O'Brien").setPersonMiddleName("Ann"),
                        client("x-1", "Mary O'Brien").person(parts(null, "Beth", "Byrne"))))
                .containsExactly(
                        "field-differs person.firstName by UNKNOWN",
                        "field-differs person.middleName by UNKNOWN",
                        "field-differs person.lastName by UNKNOWN");
    }

    @Test
    void leavesTheRegisteredOfficeAlone() {
        assertThat(Rows.of(
                        company("c-1", "Smith")
                                .setAddresses(
                                        address(AddressUse.REGISTERED_OFFICE, "1 High St", "Carlton", "VIC", "1")),
                        client("x-1", "Smith").physical(new PostalAddress("2 Low St", "Perth", "WA", "6000", null))))
                .isEmpty();
    }

    @Test
    void takesAnAddressForOneField() {
        assertThat(Rows.of(
                        company("c-1", "Smith")
                                .setAddresses(address(AddressUse.CONTACT, "PO Box 1", "Carlton", "VIC", "3053")),
                        client("x-1", "Smith").postal(new PostalAddress("PO Box 2", "Fitzroy", "VIC", "3065", null))))
                .containsExactly("field-differs addresses.CONTACT by UNKNOWN");
    }

    private static PersonDetails parts(@Nullable String first, @Nullable String middle, @Nullable String last) {
        return new PersonDetails(null, first, middle, last, null, null, null);
    }
}

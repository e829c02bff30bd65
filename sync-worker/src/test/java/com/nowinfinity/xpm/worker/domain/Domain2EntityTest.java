package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 2 of the domain: the entity. */
class Domain2EntityTest {

    private static final String ACN = "004085616";

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    @DisplayName("2 every kind is pushed with its own label and found again")
    void everyKindIsFoundAgain(EntityKind kind) {
        Entity.Builder ours = entity(kind, "e-1", "Smith").setAbn("51824753556");
        String label = LABELS.toWrite(ours.build()).orElse("Club");

        assertThat(new Sample()
                        .ours(ours)
                        .theirs(client("x-1", "Smith").label(label).abn("51824753556"))
                        .pairs())
                .containsExactly("e-1=x-1");
    }

    @Test
    @DisplayName("2 the registered office is never written, the principal place becomes the physical address")
    void theRegisteredOfficeIsNeverWritten() {
        Entity.Builder ours = company("c-1", "Smith Pty Ltd")
                .setAddresses(Stream.of(
                                address(AddressUse.REGISTERED_OFFICE, "1 Office St", "Carlton", "VIC", "3053"),
                                address(AddressUse.PRINCIPAL_PLACE, "2 Shop St", "Carlton", "VIC", "3053"),
                                address(AddressUse.CONTACT, "PO Box 3", "Carlton", "VIC", "3053"))
                        .flatMap(List::stream)
                        .toList());

        Map<ClientElement, String> written = Writes.ofNew(ours.build(), LABELS).elements();

        assertThat(written)
                .containsEntry(ClientElement.STREET, "2 Shop St")
                .containsEntry(ClientElement.POSTAL_STREET, "PO Box 3")
                .doesNotContainValue("1 Office St");
    }

    @Test
    @DisplayName("2 a residence becomes the physical address of a person")
    void aResidenceBecomesThePhysicalAddress() {
        assertThat(Writes.ofNew(
                                person("p-1", "Mary", "Jones")
                                        .setAddresses(
                                                address(AddressUse.RESIDENTIAL, "4 Home St", "Carlton", "VIC", "3053"))
                                        .build(),
                                LABELS)
                        .elements())
                .containsEntry(ClientElement.STREET, "4 Home St");
    }

    @Test
    @DisplayName("2 a sole trader's physical address is the place of business, or the home where none is given")
    void aSoleTradersPhysicalAddressIsThePlaceOfBusiness() {
        List<Address> home = address(AddressUse.RESIDENTIAL, "4 Home St", "Carlton", "VIC", "3053");
        List<Address> both = Stream.concat(
                        home.stream(),
                        address(AddressUse.PRINCIPAL_PLACE, "2 Shop St", "Carlton", "VIC", "3053").stream())
                .toList();

        assertThat(written(trader(home))).containsEntry(ClientElement.STREET, "4 Home St");
        assertThat(written(trader(both))).containsEntry(ClientElement.STREET, "2 Shop St");
        assertThat(new Sample()
                        .ours(trader(both))
                        .theirs(client("x-1", "Mary Jones")
                                .label("Sole Trader")
                                .abn("51824753556")
                                .physical(new PostalAddress("8 Other Rd", "Perth", "WA", "6000", "Australia")))
                        .rows())
                .as("one address, one row")
                .filteredOn(row -> row.contains("addresses"))
                .containsExactly("field-differs s-1 x-1 addresses.PRINCIPAL_PLACE");
        assertThat(new Sample()
                        .ours(trader(both))
                        .theirs(client("x-1", "Mary Jones")
                                .label("Sole Trader")
                                .abn("51824753556")
                                .physical(new PostalAddress("4 Home St", "Carlton", "VIC", "3053", "Australia")))
                        .rows())
                .as("either is true")
                .noneMatch(row -> row.contains("addresses"));
    }

    @Test
    @DisplayName("2 that XPM shows a sole trader's place of business says nothing of the home in another record")
    void theHomeOfAnotherRecordIsNoDifferenceWhereTheShopStands() {
        List<Address> home = address(AddressUse.RESIDENTIAL, "4 Home St", "Carlton", "VIC", "3053");
        List<Address> shop = address(AddressUse.PRINCIPAL_PLACE, "2 Shop St", "Carlton", "VIC", "3053");
        Clients theirs = client("x-1", "Mary Jones")
                .label("Sole Trader")
                .abn("51824753556")
                .physical(new PostalAddress("2 Shop St", "Carlton", "VIC", "3053", "Australia"));
        Entity.Builder person =
                person("t-2", "Mary", "Jones").setAbn("51824753556").setAddresses(home);

        for (List<Address> leading :
                List.of(shop, Stream.of(shop, home).flatMap(List::stream).toList())) {
            assertThat(new Sample().ours(trader(leading), person).theirs(theirs).rows())
                    .noneMatch(row -> row.contains("addresses"));
        }
    }

    private static Entity.Builder trader(List<Address> addresses) {
        return entity(EntityKind.SOLE_TRADER, "s-1", "Mary Jones")
                .setAbn("51824753556")
                .setAddresses(addresses);
    }

    private static Map<ClientElement, String> written(Entity.Builder entity) {
        return Writes.ofNew(entity.build(), LABELS).elements();
    }

    @Test
    @DisplayName("2 an ACN is a company's; an ABN is anybody's, and makes no ACN of a trust")
    void anAcnIsACompanysOnly() {
        assertThat(Stream.of(EntityKind.values()).filter(ComparedField.ACN::appliesTo))
                .containsExactly(EntityKind.COMPANY);
        assertThat(Stream.of(EntityKind.values())).allMatch(ComparedField.ABN::appliesTo);
        assertThat(new Sample()
                        .ours(
                                company("c-1", "Smith Pty Ltd").setAcn(ACN),
                                entity(EntityKind.TRUST, "t-1", "Jones Trust").setAbn("53" + ACN))
                        .theirs(client("x-1", "Brown Pty Ltd").label("Company").acn(ACN))
                        .pairs())
                .containsExactly("c-1=x-1");
    }

    @Test
    @DisplayName("2 a tax file number is compared by nobody: it stands in no row")
    void aTaxFileNumberStandsInNoRow() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN).setTfnTail("782"))
                .theirs(client("x-1", "Smith Pty Ltd")
                        .label("Company")
                        .acn(ACN)
                        .taxNumber("123456782")
                        .contact("a@example.com", null, null));

        assertThat(sample.rows()).isEmpty();
        assertThat(sample.differences().toString()).doesNotContain("123456782");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"MARY, ANN, O'BRIEN", "M, A, OBrien", "Molly, '', O’Brien", "mary, ann, o'brien"})
    @DisplayName("2 one person written differently is one person")
    void onePersonWrittenDifferentlyIsOne(String first, String middle, String last) {
        Sample sample = new Sample()
                .ours(person("p-1", "Mary", "O'Brien")
                        .setPersonMiddleName("Ann")
                        .setPersonOtherName("Molly")
                        .setPersonDateOfBirth("1970-01-02"))
                .theirs(client("x-1", last.toUpperCase(Locale.ROOT) + ", " + first)
                        .label("Individual")
                        .person(new PersonDetails(
                                null,
                                first,
                                middle.isEmpty() ? null : middle,
                                last,
                                null,
                                LocalDate.of(1970, 1, 2),
                                null)));

        assertThat(sample.pairs()).containsExactly("p-1=x-1");
        assertThat(sample.rows()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "Mary-Anne, '',     Mary Anne, ''",
        "Mary Anne, '',     Mary-Anne, ''",
        "Mary,      Anne,   Mary-Anne, ''",
        "Mary Anne, Louise, Mary,      Anne Louise",
        "Mary,      Anne Louise, Mary-Anne, Louise",
        "MARY-ANNE, L,      Mary,      Anne Louise"
    })
    @DisplayName("2 a compound given name is one name, wherever it is taken to end")
    void aCompoundGivenNameIsOneName(String first, String middle, String theirFirst, String theirMiddle) {
        Sample sample = new Sample()
                .ours(person("p-1", first, "Smith")
                        .setPersonMiddleName(middle.isEmpty() ? null : middle)
                        .setPersonDateOfBirth("1970-01-02"))
                .theirs(client("x-1", "someone")
                        .label("Individual")
                        .person(new PersonDetails(
                                null,
                                theirFirst,
                                theirMiddle.isEmpty() ? null : theirMiddle,
                                "Smith",
                                null,
                                LocalDate.of(1970, 1, 2),
                                null)));

        assertThat(sample.pairs()).containsExactly("p-1=x-1");
        assertThat(sample.rows()).isEmpty();
    }

    @Test
    @DisplayName("2 another second name is another compound name")
    void anotherSecondNameIsAnotherCompoundName() {
        assertThat(new Sample()
                        .ours(person("p-1", "Mary-Anne", "Smith").setPersonDateOfBirth("1970-01-02"))
                        .theirs(client("x-1", "someone").label("Individual").person("Mary-Lou", "Smith", "1970-01-02"))
                        .pairs())
                .isEmpty();
    }

    @Test
    @DisplayName("2 nothing is written in capitals")
    void nothingIsWrittenInCapitals() {
        assertThat(Writes.ofNew(
                                person("p-1", "MARY", "MCDONALD")
                                        .setName("Mary MCDONALD")
                                        .setPersonTitle("MRS")
                                        .setEmail("MARY@EXAMPLE.COM")
                                        .setWebsite("WWW.EXAMPLE.COM")
                                        .setAddresses(List.of(Address.newBuilder()
                                                .setUse(AddressUse.RESIDENTIAL)
                                                .setStreet("4 HOME STREET")
                                                .setCity("CARLTON")
                                                .setState("VICTORIA")
                                                .setCountry("AUSTRALIA")
                                                .build()))
                                        .build(),
                                LABELS)
                        .elements())
                .containsEntry(ClientElement.NAME, "Mary McDonald")
                .containsEntry(ClientElement.COUNTRY, "Australia")
                .allSatisfy((element, value) -> assertThat(value).isNotEqualTo(value.toUpperCase(Locale.ROOT)));
    }

    @Test
    @DisplayName("2 an address is compared whole, by the use that XPM has a place for")
    void anAddressIsComparedWhole() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd")
                        .setAcn(ACN)
                        .setAddresses(address(AddressUse.PRINCIPAL_PLACE, "2 Shop St", "Carlton", "VIC", "3053")))
                .theirs(client("x-1", "Smith Pty Ltd")
                        .label("Company")
                        .acn(ACN)
                        .physical(new PostalAddress("8 Other Rd", "Perth", "WA", "6000", "Australia")));

        assertThat(sample.rows()).containsExactly("field-differs c-1 x-1 addresses.PRINCIPAL_PLACE");
    }
}

package com.nowinfinity.xpm.worker.planning;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.labels;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritesTest {

    @Test
    void namesOnlyTheFieldsThatMayBeWritten() {
        Base base = Planned.after(
                company("c-1", "Smith").setEmail("a@example.com").setPhone("03 9876 5432"),
                client("x-1", "Smith").contact("a@example.com", "03 9876 5432", null));

        Writes writes = Planned.followed(
                company("c-1", "Smith").setEmail("b@example.com").setPhone("03 9876 5432"),
                client("x-1", "Smith").contact("a@example.com", "0412 345 678", null),
                base);

        assertThat(writes.patch().elements()).isEqualTo(Map.of(ClientElement.EMAIL, "b@example.com"));
        assertThat(writes.fields()).containsExactly("email");
        assertThat(writes.left()).containsExactly("phone");
        assertThat(writes.isEmpty()).isFalse();
    }

    @Test
    void fillsWhatXpmHasBlankWhenAPersonAsks() {
        Writes writes = Planned.asked(
                company("c-1", "Smith").setAcn("004085616").setEmail("a@example.com"),
                client("x-1", "Smith").contact("b@example.com", null, null),
                Base.NONE);

        assertThat(writes.patch().elements()).isEqualTo(Map.of(ClientElement.COMPANY_NUMBER, "004085616"));
        assertThat(writes.left()).containsExactly("email");
    }

    @Test
    void writesNothingByItselfWhereTheTwoNeverAgreed() {
        Writes writes = Planned.followed(
                company("c-1", "Smith").setAcn("004085616").setEmail("a@example.com"),
                client("x-1", "Jones").contact("b@example.com", null, null),
                Base.NONE);

        assertThat(writes.isEmpty()).isTrue();
        assertThat(writes.left()).containsExactlyInAnyOrder("name", "acn", "email");
    }

    @Test
    void writesNoNumberThatFailsItsCheck() {
        Entity.Builder ours = company("c-1", "Smith").setAcn("004085617").setAbn("53004085617");

        Writes writes = Planned.asked(ours, client("x-1", "Smith"), Base.NONE);
        assertThat(writes.patch().elements()).isEmpty();
        assertThat(writes.left()).containsExactlyInAnyOrder("acn", "abn");
        assertThat(Writes.ofNew(ours.build(), LABELS).elements())
                .doesNotContainKeys(ClientElement.COMPANY_NUMBER, ClientElement.BUSINESS_NUMBER);
    }

    @Test
    void clearsNothingWhenWeNoLongerHoldIt() {
        Base base = Planned.after(
                company("c-1", "Smith").setEmail("a@example.com"),
                client("x-1", "Smith").contact("a@example.com", null, null));

        Writes writes = Planned.asked(
                company("c-1", "Smith").setEmail(" "),
                client("x-1", "Smith").contact("a@example.com", null, null),
                base);

        assertThat(writes.isEmpty()).isTrue();
        assertThat(writes.left()).isEmpty();
    }

    @Test
    void leavesNoPartOfAnotherAddressBesideOurs() {
        PostalAddress old = new PostalAddress("1 High St", "Carlton", "VIC", "3053", "Australia");
        Base base = Planned.after(
                company("c-1", "Smith")
                        .setAddresses(address(AddressUse.CONTACT, "1 High St", "Carlton", "VIC", "3053")),
                client("x-1", "Smith").postal(old));

        Writes writes = Planned.asked(
                company("c-1", "Smith").setAddresses(address(AddressUse.CONTACT, "2 Low St", "Carlton", "", "")),
                client("x-1", "Smith").postal(old),
                base);

        assertThat(writes.patch().elements())
                .as("the country, which goes without saying, stays")
                .isEqualTo(Map.of(
                        ClientElement.POSTAL_STREET, "2 Low St",
                        ClientElement.POSTAL_CITY, "Carlton",
                        ClientElement.POSTAL_REGION, "",
                        ClientElement.POSTAL_POST_CODE, ""));
    }

    @Test
    void leavesNoForeignCountryBesideAnAddressInAustralia() {
        PostalAddress old = new PostalAddress("8 Queen St", "Auckland", null, "1010", "New Zealand");
        Base base = Planned.after(
                company("c-1", "Smith")
                        .setAddresses(List.of(Address.newBuilder()
                                .setUse(AddressUse.PRINCIPAL_PLACE)
                                .setStreet("8 Queen St")
                                .setCity("Auckland")
                                .setPostcode("1010")
                                .setCountry("NEW ZEALAND")
                                .build())),
                client("x-1", "Smith").physical(old));

        Writes writes = Planned.followed(
                company("c-1", "Smith")
                        .setAddresses(address(AddressUse.PRINCIPAL_PLACE, "1 Main St", "Perth", "WA", "6000")),
                client("x-1", "Smith").physical(old),
                base);

        assertThat(writes.patch().elements())
                .isEqualTo(Map.of(
                        ClientElement.STREET, "1 Main St",
                        ClientElement.CITY, "Perth",
                        ClientElement.REGION, "WA",
                        ClientElement.POST_CODE, "6000",
                        ClientElement.COUNTRY, ""));
    }

    @Test
    void writesNoLabelIntoAnExistingClient() {
        Writes writes =
                Planned.asked(company("c-1", "Smith"), client("x-1", "Smith").label("Trust"), Base.NONE);

        assertThat(writes.isEmpty()).isTrue();
    }

    @Test
    void leavesTheRolesThatNoSingleWriteSettles() {
        Writes writes = Planned.asked(
                company("c-1", "Smith"),
                client("x-1", "Smith").related("Director", "x-9", "2019-07-01", null),
                Base.NONE);

        assertThat(writes.roles()).isEmpty();
        assertThat(writes.left()).containsExactly("DIRECTOR:x-9");
    }

    @Test
    void givesANewCompanyAllThatWeHold() {
        ClientPatch patch = Writes.ofNew(
                company("c-1", "Smith Pty Ltd")
                        .setAcn("004085616")
                        .setTfnTail("782")
                        .setPersonFirstName("Jo")
                        .setAddresses(address(AddressUse.REGISTERED_OFFICE, "1 High St", "Carlton", "VIC", "3053"))
                        .build(),
                labels("COMPANY=Pty Ltd, Company"));

        assertThat(patch.elements())
                .isEqualTo(Map.of(
                        ClientElement.NAME, "Smith Pty Ltd",
                        ClientElement.COMPANY_NUMBER, "004085616",
                        ClientElement.BUSINESS_STRUCTURE, "Pty Ltd"));
    }

    @Test
    void givesANewPersonTheirPartsAndTheirOtherName() {
        ClientPatch patch = Writes.ofNew(
                person("p-1", "Mary", "Smith")
                        .setPersonOtherName("Molly")
                        .setPersonDateOfBirth("1970-01-02")
                        .setAcn("004085616")
                        .build(),
                LABELS);

        assertThat(patch.elements())
                .isEqualTo(Map.of(
                        ClientElement.NAME, "Mary Smith",
                        ClientElement.FIRST_NAME, "Mary",
                        ClientElement.LAST_NAME, "Smith",
                        ClientElement.OTHER_NAME, "Molly",
                        ClientElement.DATE_OF_BIRTH, "1970-01-02",
                        ClientElement.BUSINESS_STRUCTURE, "Individual"));
    }

    @Test
    void givesNoLabelToWhatIsNotHandled() {
        assertThat(Writes.ofNew(company("c-1", "Smith").build(), labels("COMPANY="))
                        .elements())
                .isEqualTo(Map.of(ClientElement.NAME, "Smith"));
    }
}

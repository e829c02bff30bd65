package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ContactDraft;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What we rely on of clients. */
interface ClientContract extends TriedPractice {

    @Test
    default void listsEveryClientOnceWithAnId() {
        List<PracticeClient> clients = new ArrayList<>();

        Answer<ClientListing> answer = xpm().listClients(call(), true, null, clients::add);

        assertThat(answer.value()).isEqualTo(new ClientListing(clients.size(), 0));
        assertThat(clients).isNotEmpty();
        assertThat(new HashSet<>(clients.stream().map(PracticeClient::id).toList()))
                .hasSameSizeAs(clients);
        assertThat(answer.bytes()).isPositive();
    }

    @Test
    default void showsWhatWasCreated() {
        String name = TriedPractice.unique("Hill & Söhne <Pty> Ltd");
        ClientPatch elements = ClientPatch.NONE
                .set(ClientElement.NAME, name)
                .set(ClientElement.BUSINESS_STRUCTURE, "Company")
                .set(ClientElement.COMPANY_NUMBER, "004 085 616")
                .set(ClientElement.EMAIL, "office@example.com")
                .set(ClientElement.PHONE, "02 5550 1234")
                .set(ClientElement.WEBSITE, "https://example.com/?a=1&b=2")
                .set(ClientElement.BALANCE_MONTH, "6")
                .physicalAddress(new PostalAddress("Unit 3\n12 High St", "Carlton", "VIC", "3053", "Australia"))
                .postalAddress(new PostalAddress("PO Box 1", "Carlton", "VIC", "3053", null));
        ContactDraft contact = new ContactDraft("Jo Hill", "jo@example.com", null, "0400 000 000", "Director", true);

        PracticeClient added = xpm().addClient(call(), new ClientDraft(elements, List.of(contact)))
                .value();
        PracticeClient seen = get(added.id());

        assertThat(seen.name()).isEqualTo(name);
        assertThat(seen.registration().companyNumber()).isEqualTo("004 085 616");
        assertThat(seen.registration().businessStructure()).isEqualTo("Company");
        assertThat(seen.registration().balanceMonth()).isEqualTo(6);
        assertThat(seen.contact().email()).isEqualTo("office@example.com");
        assertThat(seen.contact().website()).isEqualTo("https://example.com/?a=1&b=2");
        assertThat(seen.physicalAddress())
                .isEqualTo(new PostalAddress("Unit 3\n12 High St", "Carlton", "VIC", "3053", "Australia"));
        assertThat(seen.postalAddress()).isEqualTo(new PostalAddress("PO Box 1", "Carlton", "VIC", "3053", null));
        assertThat(seen.contacts()).singleElement().satisfies(shown -> {
            assertThat(shown.name()).isEqualTo("Jo Hill");
            assertThat(shown.mobile()).isEqualTo("0400 000 000");
            assertThat(shown.primary()).isTrue();
        });
        assertThat(seen.archived() || seen.deleted() || seen.prospect()).isFalse();
    }

    @Test
    default void showsAPersonByParts() {
        PracticeClient added = add(ClientPatch.NONE
                .set(ClientElement.NAME, TriedPractice.unique("Hill, Jo"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Individual")
                .set(ClientElement.TITLE, "Dr")
                .set(ClientElement.FIRST_NAME, "Jo")
                .set(ClientElement.LAST_NAME, "Hill")
                .set(ClientElement.DATE_OF_BIRTH, LocalDate.of(1970, 11, 26)));

        assertThat(get(added.id()).person())
                .isEqualTo(new PersonDetails("Dr", "Jo", null, "Hill", null, LocalDate.of(1970, 11, 26), null));
    }

    @Test
    default void changesOnlyWhatAPatchNames() {
        PracticeClient before = add(ClientPatch.NONE
                .set(ClientElement.NAME, TriedPractice.unique("Patched"))
                .set(ClientElement.EMAIL, "before@example.com")
                .set(ClientElement.PHONE, "1")
                .set(ClientElement.CITY, "Perth"));

        xpm().updateClient(call(), before.id(), ClientPatch.NONE.set(ClientElement.EMAIL, "after@example.com"));

        PracticeClient after = get(before.id());
        assertThat(after.contact().email()).isEqualTo("after@example.com");
        assertThat(after.contact().phone()).isEqualTo("1");
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.physicalAddress()).isEqualTo(before.physicalAddress());
    }

    @Test
    default void clearsWhatAPatchClears() {
        PracticeClient before = add(ClientPatch.NONE
                .set(ClientElement.NAME, TriedPractice.unique("Cleared"))
                .set(ClientElement.FAX, "1")
                .set(ClientElement.PHONE, "2"));

        xpm().updateClient(call(), before.id(), ClientPatch.NONE.clear(ClientElement.FAX));

        assertThat(get(before.id()).contact().fax()).isNull();
        assertThat(get(before.id()).contact().phone()).isEqualTo("2");
    }

    @Test
    default void masksATaxNumber() {
        PracticeClient added = add(ClientPatch.NONE.set(ClientElement.NAME, TriedPractice.unique("Masked")));
        String number = TaxNumbers.any();

        xpm().updateClient(call(), added.id(), ClientPatch.NONE.set(ClientElement.TAX_NUMBER, number));

        assertThat(get(added.id()).registration().taxNumber()).doesNotContain(number.substring(0, 6));
        assertThat(get(added.id()).registration().taxNumberTail()).isEqualTo(number.substring(6));
    }

    @Test
    default void refusesALabelThatThePracticeDoesNotHave() {
        ClientPatch elements = ClientPatch.NONE
                .set(ClientElement.NAME, TriedPractice.unique("Labelled"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Nothing of that kind");

        assertThatThrownBy(() -> add(elements))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problem()).isNotBlank());
    }

    @Test
    default void findsByAPartOfTheNameInAnyCase() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        PracticeClient first = add(ClientPatch.NONE.set(ClientElement.NAME, "Search " + tag + " & Co"));
        PracticeClient second = add(ClientPatch.NONE.set(ClientElement.NAME, "search " + tag.toUpperCase(Locale.ROOT)));

        assertThat(xpm().searchClients(call(), "SEARCH " + tag).value())
                .extracting(PracticeClient::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(xpm().searchClients(call(), "no such client " + tag).value()).isEmpty();
    }

    @Test
    default void listsWhatChangedSince() {
        PracticeClient changed = add(ClientPatch.NONE.set(ClientElement.NAME, TriedPractice.unique("Changed")));
        Instant serverTime = xpm().getClient(call(), changed.id()).allowance().serverTime();
        assertThat(serverTime).isNotNull();
        List<String> recent = new ArrayList<>();
        List<String> later = new ArrayList<>();

        xpm().listClients(call(), false, serverTime.minusSeconds(30), client -> recent.add(client.id()));
        xpm().listClients(call(), false, serverTime.plusSeconds(3_600), client -> later.add(client.id()));

        assertThat(recent).contains(changed.id());
        assertThat(later).isEmpty();
    }
}

package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.ContactDraft;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.api.practice.RelationshipTypes.Reading;
import com.nowinfinity.xpm.api.practice.StaffMember;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What we rely on of Practice Manager, whoever plays it. It creates clients, and XPM keeps what is created: run it
 * against a practice that is there to be tried on.
 */
public abstract class XpmApiContract {

    /** Who is asked. */
    protected abstract XpmApi xpm();

    /** On whose behalf, with all scopes. */
    protected abstract Call call();

    @Test
    void listsEveryClientOnceWithAnId() {
        List<PracticeClient> clients = new ArrayList<>();

        Answer<ClientListing> answer = xpm().listClients(call(), true, null, clients::add);

        assertThat(answer.value()).isEqualTo(new ClientListing(clients.size(), 0));
        assertThat(clients).isNotEmpty();
        assertThat(new HashSet<>(clients.stream().map(PracticeClient::id).toList()))
                .hasSameSizeAs(clients);
        assertThat(answer.bytes()).isPositive();
    }

    @Test
    void showsWhatWasCreated() {
        String name = unique("Hill & Söhne <Pty> Ltd");
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
    void showsAPersonByParts() {
        PracticeClient added = add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Hill, Jo"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Individual")
                .set(ClientElement.TITLE, "Dr")
                .set(ClientElement.FIRST_NAME, "Jo")
                .set(ClientElement.LAST_NAME, "Hill")
                .set(ClientElement.DATE_OF_BIRTH, LocalDate.of(1970, 11, 26)));

        assertThat(get(added.id()).person())
                .isEqualTo(new PersonDetails("Dr", "Jo", null, "Hill", null, LocalDate.of(1970, 11, 26), null));
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        PracticeClient before = add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Patched"))
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
    void clearsWhatAPatchClears() {
        PracticeClient before = add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Cleared"))
                .set(ClientElement.FAX, "1")
                .set(ClientElement.PHONE, "2"));

        xpm().updateClient(call(), before.id(), ClientPatch.NONE.clear(ClientElement.FAX));

        assertThat(get(before.id()).contact().fax()).isNull();
        assertThat(get(before.id()).contact().phone()).isEqualTo("2");
    }

    @Test
    void masksATaxNumber() {
        PracticeClient added = add(ClientPatch.NONE.set(ClientElement.NAME, unique("Masked")));
        String number = TaxNumbers.any();

        xpm().updateClient(call(), added.id(), ClientPatch.NONE.set(ClientElement.TAX_NUMBER, number));

        assertThat(get(added.id()).registration().taxNumber()).doesNotContain(number.substring(0, 6));
        assertThat(get(added.id()).registration().taxNumberTail()).isEqualTo(number.substring(6));
    }

    @Test
    void knowsNoClientByAForeignId() {
        assertThat(xpm().getClient(call(), UUID.randomUUID().toString()).value())
                .isEmpty();
        assertThat(xpm().getGroup(call(), UUID.randomUUID().toString()).value()).isEmpty();
    }

    @Test
    void refusesToChangeWhatIsNotThere() {
        String nowhere = UUID.randomUUID().toString();
        ClientPatch patch = ClientPatch.NONE.set(ClientElement.PHONE, "1");
        RelationshipChange end = RelationshipChange.endingOn(LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> xpm().updateClient(call(), nowhere, patch)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().updateRelationship(call(), nowhere, end)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().changeMembers(call(), nowhere, List.of(nowhere), List.of()))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().addDocument(call(), document(nowhere, new byte[] {1})))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void refusesALabelThatThePracticeDoesNotHave() {
        ClientPatch elements = ClientPatch.NONE
                .set(ClientElement.NAME, unique("Labelled"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Nothing of that kind");

        assertThatThrownBy(() -> add(elements))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problem()).isNotBlank());
    }

    @Test
    void findsByAPartOfTheNameInAnyCase() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        PracticeClient first = add(ClientPatch.NONE.set(ClientElement.NAME, "Search " + tag + " & Co"));
        PracticeClient second = add(ClientPatch.NONE.set(ClientElement.NAME, "search " + tag.toUpperCase(Locale.ROOT)));

        assertThat(xpm().searchClients(call(), "SEARCH " + tag).value())
                .extracting(PracticeClient::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(xpm().searchClients(call(), "no such client " + tag).value()).isEmpty();
    }

    @Test
    void listsWhatChangedSince() {
        PracticeClient changed = add(ClientPatch.NONE.set(ClientElement.NAME, unique("Changed")));
        Instant serverTime = xpm().getClient(call(), changed.id()).allowance().serverTime();
        assertThat(serverTime).isNotNull();
        List<String> recent = new ArrayList<>();
        List<String> later = new ArrayList<>();

        xpm().listClients(call(), false, serverTime.minusSeconds(30), client -> recent.add(client.id()));
        xpm().listClients(call(), false, serverTime.plusSeconds(3_600), client -> later.add(client.id()));

        assertThat(recent).contains(changed.id());
        assertThat(later).isEmpty();
    }

    @Test
    void showsARelationshipUnderBothClients() {
        PracticeClient company = company();
        PracticeClient person = person();

        ClientRelationship added =
                xpm().addRelationship(call(), director(company, person)).value();

        assertThat(RelationshipTypes.read(added.type())).contains(new Reading(RelationshipType.DIRECTOR, false));
        assertThat(get(company.id()).relationships()).singleElement().satisfies(row -> {
            assertThat(RelationshipTypes.read(row.type())).contains(new Reading(RelationshipType.DIRECTOR, false));
            assertThat(row.related()).isEqualTo(new ClientReference(person.id(), person.name()));
            assertThat(row.startDate()).isEqualTo(LocalDate.of(2019, 7, 1));
            assertThat(row.endDate()).isNull();
        });
        assertThat(get(person.id()).relationships()).singleElement().satisfies(row -> {
            assertThat(RelationshipTypes.read(row.type())).contains(new Reading(RelationshipType.DIRECTOR, true));
            assertThat(row.related()).isEqualTo(new ClientReference(company.id(), company.name()));
        });
    }

    @Test
    void endsARelationship() {
        PracticeClient company = company();
        xpm().addRelationship(call(), director(company, person()));
        String id = get(company.id()).relationships().getFirst().id();
        assertThat(id).isNotNull();

        xpm().updateRelationship(call(), id, RelationshipChange.endingOn(LocalDate.of(2026, 6, 30)));

        assertThat(get(company.id()).relationships()).singleElement().satisfies(ended -> {
            assertThat(ended.startDate()).isEqualTo(LocalDate.of(2019, 7, 1));
            assertThat(ended.endDate()).isEqualTo(LocalDate.of(2026, 6, 30));
        });
    }

    @Test
    void keepsShares() {
        PracticeClient company = company();
        RelationshipType type = RelationshipType.SHAREHOLDER;
        xpm().addRelationship(
                        call(), new RelationshipDraft(company.id(), person().id(), type, 1_200, null, null, null));

        assertThat(get(company.id()).relationships())
                .singleElement()
                .extracting(ClientRelationship::numberOfShares)
                .isEqualTo(1_200L);
    }

    @Test
    void gathersClientsInAGroup() {
        PracticeClient first = company();
        PracticeClient second = person();
        ClientGroup group = xpm().addGroup(call(), unique("Family"), first.id()).value();

        xpm().changeMembers(call(), group.id(), List.of(second.id()), List.of());
        assertThat(members(group)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(get(second.id()).groups()).extracting(ClientGroup::id).containsExactly(group.id());

        xpm().changeMembers(call(), group.id(), List.of(), List.of(first.id()));
        assertThat(members(group)).containsExactly(second.id());
        assertThat(xpm().listGroups(call()).value()).contains(group);
    }

    @Test
    void takesDocuments() {
        PracticeClient client = company();

        xpm().addDocument(call(), document(client.id(), new byte[300_000]));

        assertThat(xpm().listDocuments(call(), client.id()).value())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.title()).isEqualTo("Deed & minutes");
                    assertThat(document.fileName()).isEqualTo("deed.pdf");
                    assertThat(document.folder()).isEqualTo("Legal");
                    assertThat(document.date()).isNotNull();
                });
    }

    @Test
    void assignsStaff() {
        StaffMember member = xpm().listStaff(call()).value().getFirst();

        PracticeClient client = add(
                ClientPatch.NONE.set(ClientElement.NAME, unique("Staffed")).set(ClientElement.PARTNER_ID, member.id()));

        assertThat(get(client.id()).practice().partner())
                .isNotNull()
                .extracting(partner -> partner.id())
                .isEqualTo(member.id());
    }

    @Test
    void countsDown() {
        Allowance first = xpm().listStaff(call()).allowance();
        Allowance second = xpm().listStaff(call()).allowance();

        assertThat(first.dayLeft()).isNotNull();
        assertThat(second.dayLeft()).isNotNull().isLessThan(first.dayLeft());
        assertThat(first.minuteLeft()).isNotNull();
        assertThat(first.appMinuteLeft()).isNotNull();
        assertThat(first.serverTime()).isNotNull();
    }

    @Test
    void turnsAwayAForeignTokenAndAForeignTenant() {
        Credentials ours = call().credentials();
        Call foreignToken = Call.with(new Credentials(ours.tenantId(), new AccessToken("nonsense")));
        Call foreignTenant = Call.with(new Credentials(UUID.randomUUID().toString(), ours.token()));

        assertThatThrownBy(() -> xpm().listStaff(foreignToken)).isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> xpm().listStaff(foreignTenant)).isInstanceOf(NoAccess.class);
    }

    private PracticeClient get(String id) {
        return xpm().getClient(call(), id).value().orElseThrow();
    }

    private PracticeClient add(ClientPatch elements) {
        return xpm().addClient(call(), ClientDraft.of(elements)).value();
    }

    private PracticeClient company() {
        return add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Company"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Company"));
    }

    private PracticeClient person() {
        return add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Person"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Individual"));
    }

    private List<String> members(ClientGroup group) {
        return xpm().getGroup(call(), group.id()).value().orElseThrow().clients().stream()
                .map(ClientReference::id)
                .toList();
    }

    private static RelationshipDraft director(PracticeClient company, PracticeClient person) {
        return new RelationshipDraft(
                company.id(), person.id(), RelationshipType.DIRECTOR, null, null, LocalDate.of(2019, 7, 1), null);
    }

    private static DocumentDraft document(String clientId, byte[] bytes) {
        return new DocumentDraft(
                clientId,
                "Deed & minutes",
                "Signed",
                "Legal",
                "deed.pdf",
                new DocumentContent(bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}

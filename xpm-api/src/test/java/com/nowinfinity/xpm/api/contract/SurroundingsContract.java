package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.api.practice.RelationshipTypes.Reading;
import com.nowinfinity.xpm.api.practice.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What we rely on around clients: relationships, groups, documents, staff, refusals. */
interface SurroundingsContract extends TriedPractice {

    @Test
    default void knowsNoClientByAForeignId() {
        assertThat(xpm().getClient(call(), UUID.randomUUID().toString()).value())
                .isEmpty();
        assertThat(xpm().getGroup(call(), UUID.randomUUID().toString()).value()).isEmpty();
    }

    @Test
    default void refusesToChangeWhatIsNotThere() {
        String nowhere = UUID.randomUUID().toString();
        ClientPatch patch = ClientPatch.NONE.set(ClientElement.PHONE, "1");
        RelationshipChange end = RelationshipChange.endingOn(LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> xpm().updateClient(call(), nowhere, patch)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().updateRelationship(call(), nowhere, end)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().changeMembers(call(), nowhere, List.of(nowhere), List.of()))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> xpm().addDocument(call(), TriedPractice.document(nowhere, new byte[] {1})))
                .isInstanceOf(Rejected.class);
    }

    @Test
    default void showsARelationshipUnderBothClients() {
        PracticeClient company = company();
        PracticeClient person = person();

        ClientRelationship added = xpm().addRelationship(call(), TriedPractice.director(company, person))
                .value();

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
    default void endsARelationship() {
        PracticeClient company = company();
        xpm().addRelationship(call(), TriedPractice.director(company, person()));
        String id = get(company.id()).relationships().getFirst().id();
        assertThat(id).isNotNull();

        xpm().updateRelationship(call(), id, RelationshipChange.endingOn(LocalDate.of(2026, 6, 30)));

        assertThat(get(company.id()).relationships()).singleElement().satisfies(ended -> {
            assertThat(ended.startDate()).isEqualTo(LocalDate.of(2019, 7, 1));
            assertThat(ended.endDate()).isEqualTo(LocalDate.of(2026, 6, 30));
        });
    }

    @Test
    default void keepsShares() {
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
    default void gathersClientsInAGroup() {
        PracticeClient first = company();
        PracticeClient second = person();
        ClientGroup group = xpm().addGroup(call(), TriedPractice.unique("Family"), first.id())
                .value();

        xpm().changeMembers(call(), group.id(), List.of(second.id()), List.of());
        assertThat(members(group)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(get(second.id()).groups()).extracting(ClientGroup::id).containsExactly(group.id());

        xpm().changeMembers(call(), group.id(), List.of(), List.of(first.id()));
        assertThat(members(group)).containsExactly(second.id());
        assertThat(xpm().listGroups(call()).value()).contains(group);
    }

    @Test
    default void takesDocuments() {
        PracticeClient client = company();

        xpm().addDocument(call(), TriedPractice.document(client.id(), new byte[300_000]));

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
    default void assignsStaff() {
        StaffMember member = xpm().listStaff(call()).value().getFirst();

        PracticeClient client = add(ClientPatch.NONE
                .set(ClientElement.NAME, TriedPractice.unique("Staffed"))
                .set(ClientElement.PARTNER_ID, member.id()));

        assertThat(get(client.id()).practice().partner())
                .isNotNull()
                .extracting(partner -> partner.id())
                .isEqualTo(member.id());
    }

    @Test
    default void countsDown() {
        Allowance first = xpm().listStaff(call()).allowance();
        Allowance second = xpm().listStaff(call()).allowance();

        assertThat(first.dayLeft()).isNotNull();
        assertThat(second.dayLeft()).isNotNull().isLessThan(first.dayLeft());
        assertThat(first.minuteLeft()).isNotNull();
        assertThat(first.appMinuteLeft()).isNotNull();
        assertThat(first.serverTime()).isNotNull();
    }

    @Test
    default void turnsAwayAForeignTokenAndAForeignTenant() {
        Credentials ours = call().credentials();
        Call foreignToken = Call.with(new Credentials(ours.tenantId(), new AccessToken("nonsense")));
        Call foreignTenant = Call.with(new Credentials(UUID.randomUUID().toString(), ours.token()));

        assertThatThrownBy(() -> xpm().listStaff(foreignToken)).isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> xpm().listStaff(foreignTenant)).isInstanceOf(NoAccess.class);
    }
}

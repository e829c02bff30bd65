package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.Entities.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.RoleWrite;
import com.nowinfinity.xpm.worker.planning.Writes;
import com.nowinfinity.xpm.worker.runs.Refresh;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1 of the domain: who may write what. The rules that need a broker or XPM stand in docs/domain.md. */
class Domain1WritingTest {

    private static final String ACN = "004085616";
    private static final Instant THEN = Instant.parse("2026-06-01T00:00:00Z");

    /** {@code p-1} is {@code x-p-1}. */
    private static final Peers PEERS = new Peers() {
        @Override
        public Optional<String> clientOf(String entityId) {
            return Optional.of("x-" + entityId);
        }

        @Override
        public String nameOfEntity(String entityId) {
            return entityId;
        }
    };

    @Test
    @DisplayName("1.1 a change writes what NowInfinity changed and XPM did not, and nothing else")
    void aChangeWritesWhatOnlyWeChanged() {
        Base base = after(smith("old@example.com", "0290001111"), shown("old@example.com", "0290001111"));

        Writes writes = followed(smith("new@example.com", "0290002222"), shown("old@example.com", "0290003333"), base);

        assertThat(writes.fields()).containsExactly("email");
        assertThat(writes.left()).containsExactly("phone");
    }

    @Test
    @DisplayName("1.1 an open or accepted discrepancy locks its field")
    void whatIsOpenOrAcceptedIsLocked() {
        Base agreed = after(smith("old@example.com", null), shown("old@example.com", null));
        Base open = compare(smith("new@example.com", null), shown("old@example.com", null), agreed)
                .rebase(agreed, THEN.plusSeconds(1));

        assertThat(followed(smith("newer@example.com", null), shown("old@example.com", null), open)
                        .fields())
                .isEmpty();
        assertThat(writes(
                                smith("new@example.com", null),
                                shown("old@example.com", null),
                                agreed,
                                new Permission(agreed, Set.of("email"), true))
                        .fields())
                .isEmpty();
    }

    @Test
    @DisplayName("1.1 nothing in XPM is ever cleared by itself")
    void nothingIsCleared() {
        Base base = after(smith("old@example.com", "0290001111"), shown("old@example.com", "0290001111"));

        assertThat(followed(smith(null, ""), shown("old@example.com", "0290001111"), base)
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("1.1 what is equal but for its spelling is not rewritten")
    void anEqualFormIsNotRewritten() {
        Base base = after(smith("old@example.com", "02 9000 1111"), shown("old@example.com", "(02) 90001111"));

        assertThat(followed(smith("OLD@example.com", "+61 2 9000 1111"), shown("old@example.com", "0290001111"), base)
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("1.2 what XPM changed of a person is due to ASIC, for every company of theirs, and never overwritten")
    void aPersonsChangeInXpmIsDueToAsic() {
        PostalAddress old = new PostalAddress("1 High St", "Carlton", "VIC", "3053", null);
        PostalAddress moved = new PostalAddress("9 Low Rd", "Perth", "WA", "6000", null);
        Entity.Builder mary = person("p-1", "Mary", "Jones")
                .setPersonDateOfBirth("1970-01-02")
                .setAddresses(address(AddressUse.RESIDENTIAL, "1 High St", "Carlton", "VIC", "3053"));
        Base base = after(mary, mary().physical(old));
        Sample sample = new Sample()
                .linked(mary, "x-1", base)
                .ours(directed("c-1", "Smith Pty Ltd", ACN), directed("c-2", "Jones Pty Ltd", "010499966"))
                .theirs(mary().physical(moved));

        FieldDifference due = sample.differences().stream()
                .filter(row -> row.kind() == DifferenceKind.ASIC_CHANGE_DUE)
                .findFirst()
                .orElseThrow();
        assertThat(due.concerns()).containsExactlyInAnyOrder("Smith Pty Ltd", "Jones Pty Ltd");
        assertThat(writes(mary, mary().physical(moved), base, new Permission(base, Set.of(), true))
                        .fields())
                .as("an older register value")
                .isEmpty();
    }

    @Test
    @DisplayName("1.3 only contact fields are taken from XPM")
    void onlyContactFieldsAreTaken() {
        assertThat(Arrays.stream(ComparedField.values()).filter(ComparedField::isContact))
                .extracting(ComparedField::path)
                .containsExactlyInAnyOrder("person.title", "email", "phone", "fax", "website", "addresses.CONTACT");
    }

    @ParameterizedTest
    @CsvSource({"INDIVIDUAL, person.title;email", "COMPANY, email"})
    @DisplayName("1.4 Refresh data takes what an entity of the kind can have")
    void refreshTakesWhatTheKindCanHave(EntityKind kind, String taken) {
        Entity ours = entity(kind, "e-1", "Mary Smith").build();
        PracticeClient theirs = client("x-1", "Mary Smith")
                .person(new PersonDetails("Mrs", null, null, null, null, null, null))
                .contact("mary@example.com", null, null)
                .build();
        Comparison comparison = EntityComparator.compare(ours, theirs, Base.NONE, LABELS, Peers.NONE, Sample.TODAY);

        assertThat(Refresh.of(ours, theirs, comparison, Set.of())).containsExactly(taken.split(";"));
    }

    @Test
    @DisplayName("1.6 what XPM has already as a form under way will have it is no row")
    void whatAFormForetellsIsNoRow() {
        Sample known = new Sample()
                .foretold(smith("old@example.com", "0290001111"), smith("new@example.com", "0290002222"))
                .theirs(shown("new@example.com", "0290003333"));
        Sample unknown = new Sample()
                .ours(smith("old@example.com", "0290001111"))
                .theirs(shown("new@example.com", "0290001111"));

        assertThat(known.rows()).containsExactly("field-differs c-1 x-1 phone");
        assertThat(unknown.rows()).containsExactly("field-differs c-1 x-1 email");
    }

    @Test
    @DisplayName("1.6 a corrected date changes the very relationship that it is about")
    void aCorrectedDateChangesTheSameRelationship() {
        Clients theirs = shown(null, null).related("Director", "x-p-1", "2019-07-01", null);
        Entity.Builder then =
                smith(null, null).setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", "2019-07-01", null)));
        Entity.Builder now =
                smith(null, null).setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", "2019-08-15", null)));

        assertThat(followed(now, theirs, after(then, theirs)).roles())
                .singleElement()
                .satisfies(write -> assertThat(write.toString()).contains("r-1", "2019-08-15"));
    }

    @Test
    @DisplayName("1.6 what a rejection restores goes on in the very relationship, though nobody knows its first day")
    void whatARejectionRestoresGoesOnInTheSameRelationship() {
        Clients theirs = shown(null, null).related("Director", "x-p-1", null, "2024-03-01");
        Entity.Builder ceased =
                smith(null, null).setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", null, "2024-03-01")));
        Entity.Builder restored =
                smith(null, null).setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", null, null)));

        assertThat(followed(restored, theirs, after(ceased, theirs)).roles())
                .containsExactly(new RoleWrite.Change("DIRECTOR:p-1", "r-1", RelationshipChange.reopening()));
    }

    @Test
    @DisplayName("1.7 a value that something else reverts twice is left alone")
    void aValueThatIsRevertedTwiceIsLeftAlone() {
        Base base = Base.NONE;
        for (int fight = 0; fight < 2; fight++) {
            base = seen("ours@example.com", base.writing("email", "theirs@example.com"));
            base = seen("theirs@example.com", base);
        }
        Comparison fought = compare(smith("ours@example.com", null), shown("theirs@example.com", null), base);

        assertThat(fought.differences())
                .extracting(FieldDifference::kind)
                .containsExactly(DifferenceKind.ANOTHER_APP_CHANGES);
        assertThat(writes(
                                smith("ours@example.com", null),
                                shown("theirs@example.com", null),
                                base,
                                new Permission(base, Set.of(), true))
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("1.8 a new client carries no code, note or mark of ours")
    void aNewClientCarriesNoMarkOfOurs() {
        assertThat(Writes.ofNew(
                                smith("a@example.com", "0290001111")
                                        .setAbn("53004085616")
                                        .build(),
                                LABELS)
                        .elements()
                        .keySet())
                .containsExactlyInAnyOrder(
                        ClientElement.NAME,
                        ClientElement.EMAIL,
                        ClientElement.PHONE,
                        ClientElement.COMPANY_NUMBER,
                        ClientElement.BUSINESS_NUMBER,
                        ClientElement.BUSINESS_STRUCTURE);
    }

    private static Base seen(String email, Base base) {
        return compare(smith("ours@example.com", null), shown(email, null), base)
                .rebase(base, THEN);
    }

    private static Entity.Builder smith(@Nullable String email, @Nullable String phone) {
        return company("c-1", "Smith Pty Ltd").setAcn(ACN).setEmail(email).setPhone(phone);
    }

    private static Clients shown(@Nullable String email, @Nullable String phone) {
        return client("x-1", "Smith Pty Ltd").label("Company").acn(ACN).contact(email, phone, null);
    }

    private static Clients mary() {
        return client("x-1", "Mary Jones").label("Individual").person("Mary", "Jones", "1970-01-02");
    }

    private static Entity.Builder directed(String id, String name, String acn) {
        return company(id, name)
                .setAcn(acn)
                .setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", "2019-07-01", null)));
    }

    private static Base after(Entity.Builder entity, Clients client) {
        return compare(entity, client, Base.NONE).rebase(Base.NONE, THEN);
    }

    private static Writes followed(Entity.Builder entity, Clients client, Base base) {
        return writes(entity, client, base, new Permission(base, Set.of(), false));
    }

    private static Writes writes(Entity.Builder entity, Clients client, Base base, Permission permission) {
        PracticeClient theirs = client.build();
        return Writes.of(compare(entity, client, base), permission, entity.build(), theirs, PEERS, Sample.TODAY);
    }

    private static Comparison compare(Entity.Builder entity, Clients client, Base base) {
        return EntityComparator.compare(entity.build(), client.build(), base, LABELS, PEERS, Sample.TODAY);
    }
}

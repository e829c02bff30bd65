package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.Entities.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoChangedTest {

    @ParameterizedTest(name = "base {0}, ours {1}, theirs {2}, locked {3}: {4}")
    @CsvSource(
            value = {
                "a,    b,    a,    false, NOWINFINITY",
                "a,    a,    b,    false, XPM",
                "a,    b,    c,    false, BOTH",
                "a,    a,    NULL, false, XPM",
                "a,    NULL, a,    false, NOWINFINITY",
                "a,    b,    NULL, false, BOTH",
                "NULL, a,    NULL, false, NOWINFINITY",
                "NULL, NULL, a,    false, XPM",
                "NULL, a,    b,    false, BOTH",
                "a,    b,    a,    true,  NOWINFINITY",
                "a,    a,    b,    true,  XPM",
                "a,    b,    c,    true,  BOTH",
                "NULL, a,    b,    true,  UNKNOWN",
                "NULL, a,    NULL, true,  UNKNOWN",
                "NULL, NULL, a,    true,  UNKNOWN",
                "NULL, a,    b,    since, BOTH",
                "NULL, a,    NULL, since, NOWINFINITY",
                "NULL, NULL, a,    since, XPM"
            },
            nullValues = "NULL")
    void followsFromTheBase(
            @Nullable String base, @Nullable String ours, @Nullable String theirs, String locked, ChangedBy who) {
        Base known = new Base(
                base == null ? Map.of() : Map.of("f", base),
                locked.equals("false") ? Set.of() : Set.of("f"),
                Rows.THEN,
                locked.equals("since") ? Map.of("f", Rows.THEN) : Map.of(),
                Map.of(),
                Map.of(),
                null);

        assertThat(known.changedBy("f", ours, theirs)).isEqualTo(who);
    }

    @Test
    void isUnknownBeforeTheFirstComparison() {
        assertThat(Base.NONE.changedBy("f", "a", "b")).isEqualTo(ChangedBy.UNKNOWN);
        assertThat(new Base(Map.of("f", "a"), Set.of(), null).changedBy("f", "a", "b"))
                .isEqualTo(ChangedBy.UNKNOWN);
    }

    @Test
    void takesTheRegisterForTheOneThatIsBehindWhenXpmChangedAPerson() {
        Entity.Builder ours = person("p-1", "Mary", "Smith")
                .setPersonMiddleName("Ann")
                .setPersonDateOfBirth("1970-01-02")
                .setEmail("a@example.com")
                .setAddresses(address(AddressUse.RESIDENTIAL, "1 High St", "Carlton", "VIC", "3053"));
        Base base = Rows.after(
                ours,
                client("x-1", "Mary Smith")
                        .person(mary("Mary", "Ann", "Smith", "1970-01-02"))
                        .contact("a@example.com", null, null)
                        .physical(new PostalAddress("1 High St", "Carlton", "VIC", "3053", null)));
        Clients theirs = client("x-1", "Mary Jones")
                .person(mary("Marie", "Beth", "Jones", "1970-02-01"))
                .contact("b@example.com", null, null)
                .physical(new PostalAddress("2 Low St", "Carlton", "VIC", "3053", null));

        assertThat(Rows.of(ours, theirs, base))
                .containsExactly(
                        "asic-change-due person.firstName by XPM",
                        "asic-change-due person.middleName by XPM",
                        "asic-change-due person.lastName by XPM",
                        "asic-change-due person.dateOfBirth by XPM",
                        "field-differs email by XPM",
                        "asic-change-due addresses.RESIDENTIAL by XPM");
    }

    @Test
    void expectsNothingOfAsicWhenACompanyOrTheRegisterItselfChanged() {
        assertThat(Rows.of(company("c-1", "Smith"), client("x-1", "Jones"), Rows.base("name", "smith")))
                .containsExactly("field-differs name by XPM");
        assertThat(Rows.of(
                        person("p-1", "Mary", "Jones"),
                        client("x-1", "Mary").person("Mary", "Smith", null),
                        Rows.base("person.lastName", "smith")))
                .containsExactly(
                        // The first name was never agreed on, and both hold one: it is not a difference.
                        "field-differs person.lastName by NOWINFINITY");
    }

    @Test
    void showsWhatBothAgreedOnAsTheSideWritesItThatStillHasIt() {
        Entity.Builder ours = company("c-1", "Smith & Co Proprietary Limited").setPhone("(03) 9123 4567");
        Clients theirs = client("x-1", "SMITH AND CO PTY. LTD.").contact(null, "03 9123 4567", null);
        Base base = Rows.after(ours, theirs);

        assertThat(shownBases(company("c-1", "Jones Pty Ltd").setPhone("(03) 9123 4567"), theirs, base))
                .containsExactly("SMITH AND CO PTY. LTD.");
        assertThat(shownBases(ours, client("x-1", "Jones").contact(null, "02 1111 2222", null), base))
                .containsExactly("Smith & Co Proprietary Limited", "(03) 9123 4567");
    }

    @Test
    void showsTheRoleThatBothAgreedOnInWords() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null);
        Base base = Rows.after(director("2019-07-01", null), theirs);
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", "2026-06-01");

        assertThat(Rows.compare(director("2019-07-01", null), ended, base).differences())
                .singleElement()
                .satisfies(row -> assertThat(row.base()).isEqualTo(row.ours()).contains("2019-07-01"));
        assertThat(Rows.compare(director("2019-07-01", "2026-06-01"), theirs, base)
                        .differences())
                .singleElement()
                .satisfies(row -> assertThat(row.base()).isEqualTo(row.theirs()).contains("2019-07-01"));
    }

    private static List<String> shownBases(Entity.Builder ours, Clients theirs, Base base) {
        return Rows.compare(ours, theirs, base).differences().stream()
                .map(row -> String.valueOf(row.base()))
                .toList();
    }

    @Test
    void doesNotTakeAnInitialThatStoodBeforeForAChangeOfXpm() {
        Base base = Rows.after(
                person("p-1", "Mary", "Smith").setPersonMiddleName("Ann"),
                client("x-1", "M A Smith").person(mary("M", "A", "Smith", null)));

        assertThat(Rows.of(
                        person("p-1", "Beth", "Smith").setPersonMiddleName("Lee"),
                        client("x-1", "M A Smith").person(mary("M", "A", "Smith", null)),
                        base))
                .containsExactly(
                        "field-differs person.firstName by NOWINFINITY",
                        "field-differs person.middleName by NOWINFINITY");
    }

    @Test
    void doesNotTakeABlankDateThatStoodBeforeForAChangeOfXpm() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", null, null);
        Base base = Rows.after(director("2019-07-01", null), theirs);

        assertThat(Rows.of(director("2019-07-01", "2026-06-01"), theirs, base))
                .containsExactly("role-ceased DIRECTOR:p-1 by NOWINFINITY");
    }

    @Test
    void seesWhoMovedShares() {
        Base base = Rows.after(holder(100), holding(100));

        assertThat(Rows.of(holder(150), holding(100), base))
                .containsExactly("shares-differ SHAREHOLDER:p-1 by NOWINFINITY");
        assertThat(Rows.of(holder(100), holding(50), base)).containsExactly("shares-differ SHAREHOLDER:p-1 by XPM");
        assertThat(Rows.of(holder(150), holding(50), base)).containsExactly("shares-differ SHAREHOLDER:p-1 by BOTH");
    }

    @Test
    void seesWhoAddedAndWhoEndedARole() {
        Base none = Rows.after(company("c-1", "Smith"), client("x-1", "Smith"));
        Base held = Rows.after(
                director("2019-07-01", null), client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null));

        assertThat(Rows.of(director("2019-07-01", null), client("x-1", "Smith"), none))
                .containsExactly("role-missing-in-xpm DIRECTOR:p-1 by NOWINFINITY");
        assertThat(Rows.of(
                        company("c-1", "Smith"),
                        client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null),
                        none))
                .containsExactly("role-missing-in-nowinfinity DIRECTOR:x-p-1 by XPM");
        assertThat(Rows.of(
                        director("2019-07-01", null),
                        client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", "2026-06-01"),
                        held))
                .containsExactly("role-missing-in-xpm DIRECTOR:p-1 by XPM");
    }

    @Test
    void staysTheSameForAsLongAsNothingMoves() {
        Entity.Builder ours = company("c-1", "Smith").setEmail("a@example.com");
        Clients theirs = client("x-1", "Smith")
                .contact(null, "03 9876 5432", null)
                .related("Director", "x-p-1", "2019-07-01", null);
        Base before = Rows.after(company("c-1", "Smith"), client("x-1", "Smith"));
        Base once = Rows.compare(ours, theirs, before).rebase(before, Rows.THEN.plusSeconds(1));
        Base twice = Rows.compare(ours, theirs, once).rebase(once, Rows.THEN.plusSeconds(2));

        for (Base base : List.of(before, once, twice)) {
            assertThat(Rows.of(ours, theirs, base))
                    .containsExactly(
                            "field-differs email by NOWINFINITY", "role-missing-in-nowinfinity DIRECTOR:x-p-1 by XPM");
            assertThat(base.differsSince("email")).isEqualTo(Rows.THEN);
            assertThat(base.differsSince("DIRECTOR:x-p-1")).isEqualTo(Rows.THEN);
        }
    }

    @Test
    void saysNoDayForWhatHasDifferedFromTheBeginning() {
        Entity.Builder ours = company("c-1", "Smith").setEmail("a@example.com");
        Base first = Rows.after(ours, client("x-1", "Smith"));
        Base second = Rows.compare(ours, client("x-1", "Smith"), first).rebase(first, Rows.THEN.plusSeconds(1));

        assertThat(first.differsSince("email")).isNull();
        assertThat(second.differsSince("email")).isNull();
        assertThat(Rows.of(ours, client("x-1", "Smith"), second)).containsExactly("field-differs email by UNKNOWN");
    }

    @Test
    void learnsNothingOfFieldsWhileOnlyTheStateIsLookedAt() {
        Entity.Builder over = company("c-1", "Smith").setStatus(EntityStatus.DEREGISTERED);
        Base after = Rows.after(over, client("x-1", "Smith"));

        assertThat(Rows.of(company("c-1", "Smith").setEmail("a@example.com"), client("x-1", "Smith"), after))
                .containsExactly("field-differs email by UNKNOWN");
    }

    @Test
    void takesASoleTradersNewHomeForOursWhereXpmHadTheOld() {
        Base base = Rows.after(trader("4 Home St"), at("4 Home St"));

        assertThat(Rows.of(trader("9 New St"), at("4 Home St"), base))
                .containsExactly("field-differs addresses.PRINCIPAL_PLACE by NOWINFINITY");
        assertThat(Rows.of(trader("4 Home St"), at("8 Other Rd"), base))
                .containsExactly("field-differs addresses.PRINCIPAL_PLACE by XPM");
        assertThat(Rows.of(trader("9 New St"), at("8 Other Rd"), base))
                .containsExactly("field-differs addresses.PRINCIPAL_PLACE by BOTH");
    }

    @Test
    void knowsWithoutALookWhetherASoleTradersHomeIsTheOneThatXpmHas() {
        Base base = Rows.after(trader("4 Home St"), at("4 Home St"));

        assertThat(ComparedField.PRINCIPAL_PLACE.isAgreed(trader("4 Home St").build(), base))
                .isTrue();
        assertThat(ComparedField.PRINCIPAL_PLACE.isAgreed(trader("9 New St").build(), base))
                .isFalse();
    }

    /** With a shop, and a home. */
    private static Entity.Builder trader(String home) {
        return entity(EntityKind.SOLE_TRADER, "s-1", "Mary Jones")
                .setAddresses(Stream.of(
                                address(AddressUse.PRINCIPAL_PLACE, "2 Shop St", "Carlton", "VIC", "3053"),
                                address(AddressUse.RESIDENTIAL, home, "Carlton", "VIC", "3053"))
                        .flatMap(List::stream)
                        .toList());
    }

    private static Clients at(String street) {
        return client("x-1", "Mary Jones").physical(new PostalAddress(street, "Carlton", "VIC", "3053", "Australia"));
    }

    private static Entity.Builder director(String start, @Nullable String end) {
        return company("c-1", "Smith").setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", start, end)));
    }

    private static Entity.Builder holder(long shares) {
        return company("c-1", "Smith")
                .setRelationships(List.of(role(RelationshipType.SHAREHOLDER, "p-1")
                        .setStartDate("2019-07-01")
                        .setShares(shares)
                        .build()));
    }

    private static Clients holding(long shares) {
        return client("x-1", "Smith").related("Shareholder", "x-p-1", "2019-07-01", null, shares);
    }

    private static PersonDetails mary(String first, String middle, String last, @Nullable String birth) {
        return new PersonDetails(
                null, first, middle, last, null, birth == null ? null : java.time.LocalDate.parse(birth), null);
    }

    @Test
    void whatWeSentIsOursOnceXpmShowsIt() {
        Base sent = new Base(Map.of("f", "a"), Set.of(), Rows.THEN).sending("f", "b", "a");

        assertThat(sent.changedBy("f", "c", "b")).isEqualTo(ChangedBy.NOWINFINITY);
        assertThat(sent.changedBy("f", "c", "a")).isEqualTo(ChangedBy.NOWINFINITY);
        assertThat(sent.changedBy("f", "c", "x")).isEqualTo(ChangedBy.BOTH);
    }

    @Test
    void whatWeSentBeforeIsOursToo() {
        Base sentTwice = new Base(Map.of("f", "a"), Set.of(), Rows.THEN)
                .sending("f", "b", "a")
                .sending("f", "c", "b");

        assertThat(sentTwice.changedBy("f", "d", "b")).isEqualTo(ChangedBy.NOWINFINITY);
        assertThat(sentTwice.changedBy("f", "d", "a")).isEqualTo(ChangedBy.BOTH);
    }
}

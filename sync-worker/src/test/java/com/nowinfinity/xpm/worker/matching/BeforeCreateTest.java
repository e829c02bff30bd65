package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.matching.Given.clients;
import static com.nowinfinity.xpm.worker.matching.Given.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.Clients;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may be there already gets no second client. */
class BeforeCreateTest {

    private static final String ACN = "004085616";
    private static final String ABN = "53004085616";
    private static final String OTHER_ABN = "51824753556";

    @ParameterizedTest
    @ValueSource(strings = {"John Smith", "Smith, John", "John William Smith", "J Smith", "SMITH John", "Mr J. Smith"})
    void findsAPersonHoweverTheNameIsWritten(String display) {
        assertThat(before(john(), client("x-1", display))).isEqualTo("Suggested x-1 by NAME");
        assertThat(before(john(), client("x-1", display).archived())).isEqualTo("Suggested x-1 by NAME");
    }

    @Test
    void findsAPersonByTheDisplayNameToo() {
        assertThat(before(john(), client("x-1", "John Smith").person("Jack", "Smythe", null)))
                .isEqualTo("Suggested x-1 by NAME");
    }

    @Test
    void takesNobodyForAPersonWhomSomethingContradicts() {
        assertThat(before(
                        john().setAbn(ABN),
                        client("x-1", "J Smith").person("J", "Smith", "1940-05-06"),
                        client("x-2", "Smith, John").abn(OTHER_ABN),
                        client("x-3", "Peter Smith"),
                        client("x-4", "John Smith Pty Ltd").label("Company"),
                        client("x-5", "John Smith").deleted()))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource({"SMITH PTY. LIMITED, Partnership", "Jones & Brown, Partnership", "Jones & Brown, Individual"})
    void findsANumberWhateverItsClientIsTakenFor(String name, String label) {
        Clients other = client("x-1", name).label(label).acn(ACN);

        assertThat(before(smith(), other)).isEqualTo("OtherStructure x-1");
        assertThat(before(smith(), other.archived())).isEqualTo("OtherStructure x-1");
    }

    @Test
    void findsANumberWhateverElseContradictsIt() {
        assertThat(before(smith().setAbn(ABN), client("x-1", "Jones").acn(ACN).abn(OTHER_ABN)))
                .isEqualTo("Contradicted x-1 by two different ABNs");
        assertThat(before(
                        john().setAbn(OTHER_ABN),
                        client("x-1", "J Smith").abn(OTHER_ABN).person("J", "Smith", "1940-05-06")))
                .isEqualTo("Contradicted x-1 by two different dates of birth");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Smith Family Trust, Trust, None",
                "Smith Family Trust, NULL, None",
                "Smith Pty Ltd ATF Smith Family Trust, Company, None",
                "The Smith Settlement, Trust, None",
                "Smith Pty Ltd, Trust, OtherStructure x-1"
            },
            nullValues = "NULL")
    void leavesItsTrusteesNumberToATrust(String name, @Nullable String label, String found) {
        assertThat(before(smith(), client("x-1", name).label(label).acn(ACN))).isEqualTo(found);
    }

    @Test
    void leavesTheTrustsNumberToNobodyElse() {
        assertThat(before(
                        entity(EntityKind.TRUST, "t-1", "Smith Family Trust").setAbn(OTHER_ABN),
                        client("x-1", "Smith Pty Ltd").label("Company").abn(OTHER_ABN)))
                .isEqualTo("OtherStructure x-1");
    }

    /** The portal has it for its trustee's as well: one of the two is wrong, but not what this client is. */
    @Test
    void findsATrustByANumberThatItsTrusteeIsGivenToo() {
        Entity trust = entity(EntityKind.TRUST, "t-1", "Smith Family Trust")
                .setAbn(OTHER_ABN)
                .build();
        Clients trustee = client("x-1", "Smith Pty Ltd").label("Company").abn(OTHER_ABN);
        Clients own = client("x-2", "Smith Family Trust").label("Trust").abn(OTHER_ABN);
        Subject subject = new Subject(trust, null, Set.of(), Set.of(OTHER_ABN), Agreed.NONE);

        assertThat(said(clients(own).beforeCreate(subject))).isEqualTo("Suggested x-2 by ABN");
        assertThat(said(clients(trustee, own).beforeCreate(subject))).isEqualTo("Suggested x-2 by ABN");
        assertThat(said(clients(trustee).beforeCreate(subject))).isEqualTo("OtherStructure x-1");
        assertThat(said(clients(own.label("Company")).beforeCreate(subject))).isEqualTo("OtherStructure x-2");
    }

    @Test
    void findsAFirmByItsName() {
        assertThat(before(
                        smith(),
                        client("x-1", "SMITH PROPRIETARY LIMITED"),
                        client("x-2", "Smith Pty Ltd").deleted(),
                        client("x-3", "Smith Pty Ltd").acn("005749986"),
                        client("x-4", "Smyth Pty Ltd"),
                        client("x-5", "Smith Pty Ltd").archived()))
                .isEqualTo("Suggested x-1 x-5 by NAME");
        assertThat(before(company("c-1", ""), client("x-1", "Smith Pty Ltd"))).isEqualTo("None");
    }

    @Test
    void takesWhatIsCertainFirst() {
        assertThat(before(
                        smith(),
                        client("x-1", "Smith Pty Ltd").label("Partnership").acn(ACN),
                        client("x-2", "Jones Pty Ltd").label("Company").acn(ACN)))
                .isEqualTo("Certain x-2 by ACN");
    }

    @Test
    void goesOnPastWhomAPersonHasRefused() {
        ClientMatcher matcher =
                clients(client("x-1", "Smith Pty Ltd").label("Partnership").acn(ACN), client("x-2", "Smith Pty Ltd"));

        assertThat(said(matcher.beforeCreate(
                        new Subject(smith().build(), null, Set.of("x-1", "x-2"), Set.of(), Agreed.NONE))))
                .isEqualTo("None");
    }

    private static String before(Entity.Builder entity, Clients... clients) {
        return said(clients(clients).beforeCreate(Subject.of(entity.build())));
    }

    private static Entity.Builder smith() {
        return company("c-1", "Smith Pty Ltd").setAcn(ACN);
    }

    private static Entity.Builder john() {
        return person("p-1", "John", "Smith").setPersonDateOfBirth("1970-01-02");
    }
}

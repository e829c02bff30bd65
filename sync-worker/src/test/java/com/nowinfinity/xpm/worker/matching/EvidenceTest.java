package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.matching.Given.clients;
import static com.nowinfinity.xpm.worker.matching.Given.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {

    private static final String ACN = "004085616";
    private static final String ABN = "53004085616";
    private static final String OTHER_ABN = "51824753556";

    @Test
    void goesByTheLinkFirst() {
        ClientMatcher matcher = clients(client("x-1", "Smith Pty Ltd").acn(ACN), client("x-2", "Smith Pty Ltd"));

        assertThat(found(matcher, company("c-1", "Smith Pty Ltd").setAcn(ACN), "x-2"))
                .isEqualTo("Certain x-2 by LINK");
    }

    @Test
    void onlyProposesAnotherWhenTheLinkedClientIsGone() {
        ClientMatcher matcher =
                clients(client("x-1", "Smith").acn(ACN), client("x-2", "Smith").deleted());

        assertThat(found(matcher, company("c-1", "Smith").setAcn(ACN), "x-2")).isEqualTo("Suggested x-1 by ACN");
        assertThat(found(matcher, company("c-1", "Smith").setAcn(ACN), "x-9")).isEqualTo("Suggested x-1 by ACN");
    }

    @Test
    void gathersAllCertainEvidenceWithoutRank() {
        ClientMatcher matcher =
                clients(client("x-1", "Smith").abn(ABN), client("x-2", "Smith").acn("004 085 616"));

        assertThat(found(matcher, company("c-1", "Smith").setAcn(ACN).setAbn(ABN), null))
                .isEqualTo("Ambiguous x-1 x-2 by ACN");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPANY", "UNKNOWN"})
    void neverGoesByTheAcnOfWhatIsNoCompany(EntityKind kind) {
        ClientMatcher matcher = clients(client("x-1", "Jones").acn(ACN));

        assertThat(found(matcher, entity(kind, "e-1", "Smith").setAcn(ACN), null))
                .isEqualTo("None");
    }

    @Test
    void doesNotTakeATrustThatCarriesTheAcnForItsTrustee() {
        ClientMatcher matcher = clients(
                client("x-1", "Smith Trust").label("Trust").acn(ACN),
                client("x-2", "Smith Pty Ltd").label("Company").acn(ACN));

        assertThat(found(matcher, company("c-1", "Smith Pty Ltd").setAcn(ACN), null))
                .isEqualTo("Certain x-2 by ACN");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void goesByTheAbnForEveryKind(EntityKind kind) {
        ClientMatcher matcher = clients(client("x-1", "Smith").abn("51 824 753 556"));

        assertThat(found(matcher, entity(kind, "e-1", "Smith").setAbn(OTHER_ABN), null))
                .isEqualTo("Certain x-1 by ABN");
    }

    @Test
    void goesByNoNumberWhoseCheckDigitIsWrong() {
        ClientMatcher matcher = clients(client("x-1", "Jones").acn("004085617").abn("51824753557"));

        assertThat(found(matcher, company("c-1", "Smith").setAcn("004085617").setAbn("51824753557"), null))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource({
        "Mary,    O'Brien, 1970-01-02, true",
        "MARY,    OBRIEN,  1970-01-02, true",
        "M,       O'Brien, 1970-01-02, true",
        "Marie,   O'Brien, 1970-01-02, false",
        "Mary,    Byrne,   1970-01-02, false",
        "Mary,    O'Brien, 1970-01-03, false"
    })
    void goesByNameWithDateOfBirth(String firstName, String lastName, String birth, boolean same) {
        ClientMatcher matcher = clients(client("x-1", "someone").person(firstName, lastName, birth));

        assertThat(found(matcher, person("p-1", "Mary", "O'Brien").setPersonDateOfBirth("1970-01-02"), null))
                .isEqualTo(same ? "Certain x-1 by NAME_AND_BIRTH" : "None");
    }

    @Test
    void onlySuggestsByNameAlone() {
        ClientMatcher matcher =
                clients(client("x-1", "Mary Smith").person("Mary", "Smith", null), client("x-2", "Acme Pty Ltd"));

        assertThat(found(matcher, person("p-1", "Mary", "Smith").setPersonDateOfBirth("1970-01-02"), null))
                .isEqualTo("Suggested x-1 by NAME");
        assertThat(found(matcher, person("p-1", "Mary", "Smith"), null)).isEqualTo("Suggested x-1 by NAME");
        assertThat(found(matcher, company("c-1", "Acme Pty Ltd"), null)).isEqualTo("Suggested x-2 by NAME");
    }

    @Test
    void doesNotTakeFatherAndSonForOne() {
        ClientMatcher matcher = clients(client("x-1", "J Smith").person("John", "Smith", "1940-05-06"));

        assertThat(found(matcher, person("p-1", "John", "Smith").setPersonDateOfBirth("1970-05-06"), null))
                .isEqualTo("None");
    }

    @Test
    void findsNobodyInAnEmptyPractice() {
        assertThat(found(clients(), company("c-1", "Smith").setAcn(ACN).setAbn(ABN), null))
                .isEqualTo("None");
    }

    @Test
    void ranksWhatItGoesBy() {
        assertThat(Evidence.values()).extracting(Evidence::score).isSortedAccordingTo((a, b) -> b - a);
        assertThat(Evidence.values())
                .extracting(Evidence::code)
                .containsExactly("link", "acn", "abn", "name-and-birth", "name-and-address", "name");
    }
}

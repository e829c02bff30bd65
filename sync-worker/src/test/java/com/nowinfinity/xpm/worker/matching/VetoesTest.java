package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.labels;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.matching.Given.clients;
import static com.nowinfinity.xpm.worker.matching.Given.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VetoesTest {

    private static final String ABN = "51824753556";

    @ParameterizedTest
    @CsvSource(
            value = {
                "004085616, 005749986, true",
                "004085616, 004 085 616, false",
                "004085616, 005749987, false",
                "004085616, NULL, false",
                "NULL, 005749986, false"
            },
            nullValues = "NULL")
    void holdsTwoDifferentAcnsAgainstCompanies(@Nullable String ours, @Nullable String theirs, boolean vetoed) {
        ClientMatcher matcher = clients(client("x-1", "Smith").abn(ABN).acn(theirs));

        assertThat(found(matcher, company("c-1", "Smith").setAbn(ABN).setAcn(ours), null))
                .startsWith(vetoed ? "None" : "Certain x-1");
        assertThat(found(matcher, company("c-1", "Smith").setAbn(ABN).setAcn(ours), "x-1"))
                .isEqualTo(vetoed ? "Contradicted x-1 by two different ACNs" : "Certain x-1 by LINK");
    }

    @Test
    void doesNotHoldATrusteesAcnAgainstATrust() {
        ClientMatcher matcher = clients(client("x-1", "Smith Trust").abn(ABN).acn("005749986"));

        assertThat(found(
                        matcher,
                        entity(EntityKind.TRUST, "t-1", "Smith Trust")
                                .setAbn(ABN)
                                .setAcn("004085616"),
                        null))
                .isEqualTo("Certain x-1 by ABN");
    }

    @Test
    void holdsTwoDifferentAbnsAgainstTheAcn() {
        ClientMatcher matcher = clients(client("x-1", "Smith").acn("004085616").abn("43002724334"));

        assertThat(found(matcher, company("c-1", "Smith").setAcn("004085616").setAbn(ABN), null))
                .isEqualTo("None");
        assertThat(found(matcher, company("c-1", "Smith").setAcn("004085616").setAbn(ABN), "x-1"))
                .isEqualTo("Contradicted x-1 by two different ABNs");
    }

    @Test
    void holdsTwoDatesOfBirthAgainstPeople() {
        ClientMatcher matcher = clients(client("x-1", "Mary").abn(ABN).person("Mary", "Smith", "1970-01-02"));

        assertThat(found(matcher, mary("1970-01-03"), null)).isEqualTo("None");
        assertThat(found(matcher, mary("1970-01-03"), "x-1"))
                .isEqualTo("Contradicted x-1 by two different dates of birth");
        assertThat(found(matcher, mary(null), null)).isEqualTo("Certain x-1 by ABN");
    }

    @Test
    void holdsNothingAgainstALinkOfWhatWeHaveCorrectedSinceItWasAgreed() {
        ClientMatcher matcher =
                clients(client("x-1", "Smith").acn("004085616").abn(ABN).person("Mary", "Smith", "1970-01-02"));
        Agreed agreed = agreed(Map.of("acn", "004085616", "abn", ABN, "person.dateOfBirth", "1970-01-02"));

        assertThat(found(matcher, linked(company("c-1", "Smith").setAcn("005749986"), agreed)))
                .isEqualTo("Certain x-1 by LINK");
        assertThat(found(matcher, linked(company("c-1", "Smith").setAbn("43002724334"), agreed)))
                .isEqualTo("Certain x-1 by LINK");
        assertThat(found(matcher, linked(mary("1970-01-03"), agreed))).isEqualTo("Certain x-1 by LINK");
        assertThat(found(
                        matcher,
                        linked(company("c-1", "Smith").setAcn("005749986"), agreed(Map.of("acn", "005749986")))))
                .as("XPM has moved: it may be somebody else by now")
                .isEqualTo("Contradicted x-1 by two different ACNs");
    }

    @Test
    void holdsNothingAgainstALinkOfWhatStoodThereBeforeWeWroteOrOfWhatWeSent() {
        ClientMatcher matcher = clients(client("x-1", "Smith").acn("004085616"));
        Base base = new Base(Map.of("acn", "005749986"), Set.of(), Instant.EPOCH);
        Entity.Builder smith = company("c-1", "Smith").setAcn("005749986");

        assertThat(found(matcher, linked(smith, Agreed.of(base.writing("acn", "004085616")))))
                .as("put back")
                .isEqualTo("Certain x-1 by LINK");
        assertThat(found(matcher, linked(smith, Agreed.of(base.sending("acn", "004085616", null)))))
                .as("sent, and corrected before XPM was seen to have it")
                .isEqualTo("Certain x-1 by LINK");
        assertThat(found(matcher, linked(smith, Agreed.of(base.writing("acn", "010499966")))))
                .isEqualTo("Contradicted x-1 by two different ACNs");
    }

    private static Agreed agreed(Map<String, String> forms) {
        return Agreed.of(new Base(forms, Set.of(), Instant.EPOCH));
    }

    private static Subject linked(Entity.Builder entity, Agreed agreed) {
        return new Subject(entity.build(), "x-1", Set.of(), Set.of(), agreed);
    }

    @Test
    void holdsTwoTaxFileNumbersAgainstAnyKind() {
        Clients smith = client("x-1", "Smith").abn(ABN).taxNumber("******782");

        assertThat(found(clients(smith), company("c-1", "Smith").setAbn(ABN).setTfnTail("210"), "x-1"))
                .isEqualTo("Contradicted x-1 by two different tax file numbers");
        assertThat(found(clients(smith), company("c-1", "Smith").setAbn(ABN).setTfnTail("210"), null))
                .isEqualTo("None");
        assertThat(found(clients(smith), company("c-1", "Smith").setAbn(ABN).setTfnTail("782"), null))
                .isEqualTo("Certain x-1 by ABN");
        assertThat(found(clients(smith), company("c-1", "Smith").setAbn(ABN).setTfnTail("82"), null))
                .as("what is no tail speaks against nobody")
                .isEqualTo("Certain x-1 by ABN");
        assertThat(found(
                        clients(smith),
                        linked(
                                company("c-1", "Smith").setAbn(ABN).setTfnTail("210"),
                                agreed(Map.of("tfnTail", "782")))))
                .as("ours was corrected, and XPM keeps what it has")
                .isEqualTo("Certain x-1 by LINK");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "COMPANY, Trust, true",
                "TRUST, Company, true",
                "TRUST, Superannuation Fund, false",
                "INDIVIDUAL, Company, true",
                "COMPANY, Individual, true",
                "COMPANY, company, false",
                "INDIVIDUAL, Sole Trader, false",
                "SOLE_TRADER, Individual, false",
                "COMPANY, Charity, false",
                "COMPANY, NULL, false",
                "OTHER, NULL, false"
            },
            nullValues = "NULL")
    void holdsIncompatibleStructuresAgainstAllElse(EntityKind kind, @Nullable String label, boolean vetoed) {
        ClientMatcher matcher = clients(client("x-1", "Jones").abn(ABN).label(label));

        assertThat(found(matcher, entity(kind, "e-1", "Smith").setAbn(ABN), null))
                .isEqualTo(vetoed ? "None" : "Certain x-1 by ABN");
        assertThat(found(matcher, entity(kind, "e-1", "Smith").setAbn(ABN), "x-1"))
                .isEqualTo(vetoed ? "Contradicted x-1 by incompatible structures" : "Certain x-1 by LINK");
    }

    @Test
    void letsALabelSpeakForAllItsStructures() {
        assertThat(Structures.compatible(
                        entity(EntityKind.TRUST, "t-1", "Smith").build(),
                        client("x-1", "Smith").label("Entity").build(),
                        labels("COMPANY=Entity", "TRUST=Entity")))
                .isTrue();
    }

    @Test
    void namesTheStrongestContradiction() {
        assertThat(Vetoes.between(
                        Subject.of(company("c-1", "Smith")
                                .setAcn("004085616")
                                .setTfnTail("210")
                                .build()),
                        client("x-1", "Smith")
                                .acn("005749986")
                                .label("Trust")
                                .taxNumber("782")
                                .build(),
                        LABELS))
                .contains("two different ACNs");
    }

    private static com.nowinfinity.xpm.events.Entity.Builder mary(@Nullable String birth) {
        return person("p-1", "Mary", "Smith").setAbn(ABN).setPersonDateOfBirth(birth);
    }
}

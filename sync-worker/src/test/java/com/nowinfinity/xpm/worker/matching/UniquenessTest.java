package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.matching.Given.clients;
import static com.nowinfinity.xpm.worker.matching.Given.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.Clients;
import org.junit.jupiter.api.Test;

class UniquenessTest {

    private static final String ACN = "004085616";

    @Test
    void neverLinksByANumberThatSeveralClientsCarry() {
        ClientMatcher matcher = clients(smith("x-1"), smith("x-2"));

        assertThat(found(matcher, company("c-1", "Smith").setAcn(ACN), null)).isEqualTo("Twins x-1 x-2 by ACN");
    }

    @Test
    void doesNotEscapeDoubtByWeakerEvidence() {
        ClientMatcher matcher = clients(smith("x-1").abn("53004085616"), smith("x-2"));

        assertThat(found(matcher, company("c-1", "Smith").setAcn(ACN).setAbn("53004085616"), null))
                .isEqualTo("Twins x-1 x-2 by ACN");
    }

    @Test
    void doubtsTwoPeopleWhomOneInitialFits() {
        ClientMatcher matcher = clients(
                client("x-1", "a").person("Mary", "Smith", "1970-01-02"),
                client("x-2", "b").person("Mark", "Smith", "1970-01-02"));

        assertThat(found(matcher, person("p-1", "M", "Smith").setPersonDateOfBirth("1970-01-02"), null))
                .isEqualTo("Ambiguous x-1 x-2 by NAME_AND_BIRTH");
    }

    @Test
    void doesNotDoubtTheLiveOneForAnArchivedTwin() {
        assertThat(found(
                        clients(
                                smith("x-1").archived(),
                                smith("x-2"),
                                smith("x-3").archived()),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Certain x-2 by ACN with x-1 x-3");
    }

    @Test
    void doesNotDoubtTheLiveOneForAnOldProspect() {
        assertThat(found(
                        clients(smith("x-1").prospect(), smith("x-2")),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Certain x-2 by ACN");
    }

    @Test
    void tellsWhatIsThereButArchived() {
        assertThat(found(
                        clients(smith("x-1").archived()),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Archived x-1 by ACN");
        assertThat(found(clients(smith("x-1").archived()), company("c-1", "Smith"), "x-1"))
                .isEqualTo("Archived x-1 by LINK");
        assertThat(found(
                        clients(smith("x-1").archived(), smith("x-2").archived()),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Archived x-1 by ACN");
    }

    @Test
    void tellsWhatIsThereAsAProspectOnly() {
        assertThat(found(
                        clients(smith("x-1").prospect()),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Prospect x-1 by ACN");
    }

    @Test
    void neverTakesADeletedClient() {
        assertThat(found(
                        clients(smith("x-1").deleted()), company("c-1", "Smith").setAcn(ACN), null))
                .isEqualTo("None");
        assertThat(found(
                        clients(smith("x-1").deleted(), smith("x-2")),
                        company("c-1", "Smith").setAcn(ACN),
                        null))
                .isEqualTo("Certain x-2 by ACN");
    }

    private static Clients smith(String id) {
        return client(id, "Smith").acn(ACN);
    }
}

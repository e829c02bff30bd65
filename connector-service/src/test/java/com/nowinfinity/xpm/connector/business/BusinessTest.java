package com.nowinfinity.xpm.connector.business;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.connector.labels.Labels;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.StructureLabels;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class BusinessTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Organisation ONE = new Organisation("t-1", "One", "k-1");
    private static final Organisation TWO = new Organisation("t-2", null, "k-2");
    private static final Person ANN = new Person("u-1", null);

    private final Business unseen = Business.unseen("b-1");
    private final Business connected =
            unseen.authorised(grant("x-1"), List.of(ONE, TWO), ANN, NOW).using(ONE);

    @Test
    void growsItsEpochWithEveryAuthorisationAndOrganisation() {
        Business open = unseen.authorised(grant("x-1"), List.of(ONE, TWO), ANN, NOW);

        assertThat(open.connection().epoch()).isEqualTo(1);
        assertThat(open.connection().state()).isEqualTo(ConnectionState.CHOOSE_ORGANISATION);
        assertThat(open.using(ONE).connection().epoch()).isEqualTo(2);
        assertThat(open.using(ONE).using(ONE).connection().epoch()).isEqualTo(2);
        assertThat(open.using(ONE).using(TWO).connection().epoch()).isEqualTo(3);
    }

    @Test
    void remembersWhatIsToBeClosedAtXero() {
        Business again = connected.authorised(grant("x-2"), List.of(TWO), ANN, NOW);

        assertThat(again.former()).containsExactly(Former.of(grant("x-1"), ONE));
        assertThat(again.disconnected(true).former()).hasSize(2);
        assertThat(again.disconnected(true).grant()).isNull();
    }

    @Test
    void keepsFollowingForTheOrganisationWhoseReportWasSeenAlone() {
        Business following = connected.withChoices(
                connected.choices().reported("t-1", List.of("Company")).withFollowing(true));

        assertThat(following
                        .disconnected(true)
                        .authorised(grant("x-1"), List.of(ONE), ANN, NOW)
                        .using(ONE)
                        .choices()
                        .following())
                .isTrue();
        assertThat(following.using(TWO).choices().following()).isFalse();
        assertThat(following.using(TWO).using(ONE).choices().reportedTenant()).isNull();
    }

    @Test
    void tellsOnlyWhatOthersCanSee() {
        Told event = new Told("e-1", NOW, false);
        Business first = connected.next(unseen, event);
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.v()).isEqualTo(1);

        Business leased = first.withGrant(grant("x-1").leased("l-1")).next(first, new Told("e-2", NOW, false));
        assertThat(leased.revision()).isEqualTo(1);
        assertThat(leased.v()).isEqualTo(2);
        assertThat(leased.told()).isEqualTo(event);

        Business labelled = leased.withChoices(leased.choices()
                        .withLabels(Labels.initial().with(List.of(new StructureLabels("TRUST", "Estate")))))
                .next(leased, new Told("e-3", NOW, false));
        assertThat(labelled.revision()).isEqualTo(2);
        assertThat(labelled.event(event).getRevision()).isEqualTo(2);
        assertThat(labelled.told()).isEqualTo(new Told("e-3", NOW, false));
    }

    @Test
    void tellsTheSameEventHoweverOften() {
        Told told = new Told("e-1", NOW, false);
        Business saved = connected.next(unseen, told);
        Business readBack = BusinessDocument.read(BusinessDocument.of(saved));

        ConnectionChanged event = saved.event(told);

        assertThat(readBack.event(told)).isEqualTo(event);
        assertThat(event.getTenantId()).isEqualTo("t-1");
        assertThat(event.getBusinessId()).isEqualTo("b-1");
        assertThat(saved.published("e-0")).isNull();
        Business published = Objects.requireNonNull(saved.published("e-1"));
        assertThat(published.told()).isEqualTo(new Told("e-1", NOW, true));
        assertThat(published.published("e-1")).isNull();
    }

    @Test
    void readsBackWhatItWrote() {
        Business whole = connected
                .authorised(grant("x-2").failed(new Grant.Failure(NOW, true)), List.of(TWO), ANN, NOW)
                .using(TWO)
                .reconnectRequired(Diagnosis.GRANT_ENDED)
                .next(unseen, new Told("e-1", NOW, true));

        assertThat(BusinessDocument.read(BusinessDocument.of(whole))).isEqualTo(whole);
        assertThat(BusinessDocument.read(BusinessDocument.of(unseen))).isEqualTo(unseen);
    }

    @Test
    void f30ReadsSymbolsOfANewerVersionAsTheNearestThatIsSafe() {
        Document stored = BusinessDocument.of(connected);
        Document connection = stored.get("connection", Document.class);
        connection.append("state", "SUSPENDED").append("problem", "PLAN_TOO_SMALL");

        Business read = BusinessDocument.read(stored);

        assertThat(read.connection().state()).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
        assertThat(read.connection().problem()).isEqualTo(Diagnosis.XERO_FAILED);
    }

    @Test
    void f30ReadsWhatANewerVersionWroteWithoutWhatItDoesNotKnow() {
        Business whole = connected.next(unseen, new Told("e-1", NOW, true));
        Document newer = BusinessDocument.of(whole).append("plan", new Document("size", "LARGE"));
        for (String part : List.of("connection", "grant", "choices", "told")) {
            newer.get(part, Document.class).append("colour", "green");
        }

        assertThat(BusinessDocument.read(newer)).isEqualTo(whole);
    }

    @Test
    void printsNoToken() {
        assertThat(connected.toString()).doesNotContain("Binary", "[1, 2, 3]");
    }

    private static Grant grant(String user) {
        return Grant.fresh(user, new Binary(new byte[] {1, 2, 3}), new Binary(new byte[] {4}), NOW);
    }
}

package com.nowinfinity.xpm.worker.intents;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.worker.Entities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** F30: an old and a new version of the worker keep one entity's document in turn. */
class IntentDocumentTest {

    private static final Intent KNOWN = IntentCopy.of(
            known(),
            copy -> copy.lodgeBy = Map.of(1L, new LodgeBy(LocalDate.of(2026, 4, 1), Set.of("name", "DIRECTOR:p-1"))));

    private static Intent known() {
        return Entities.intent(Entities.company("c-1", "Known Pty Ltd"))
                .linkedTo(new Link("t-1", "x-1", "acn"))
                .withAccepted(Map.of("email", LocalDate.MAX, "addresses.CONTACT", LocalDate.of(2026, 6, 30)))
                .withDemands(List.of(Demand.of("e-1", Demand.Kind.PUSH, 1, "t-1")))
                .withSending(new Sending.Clear())
                .withSentCreate(SentCreate.of(
                        "t-1", Entities.company("c-1", "Known Before Pty Ltd").build()));
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(IntentDocument.read(IntentDocument.write(KNOWN))).isEqualTo(KNOWN);
    }

    @Test
    void keepsAwayFromAnAcceptedFieldUntilItsDayIsOver() {
        assertThat(KNOWN.acceptedOn(LocalDate.of(2026, 6, 30))).containsExactlyInAnyOrder("email", "addresses.CONTACT");
        assertThat(KNOWN.acceptedOn(LocalDate.of(2026, 7, 1))).containsExactly("email");
    }

    @Test
    void f30ReadsWhatANewerVersionWroteWithoutWhatItDoesNotKnow() {
        Document newer = IntentDocument.write(KNOWN).append("colour", "green").append("more", new Document("a", 1));
        newer.get("entity", Document.class).append("motto", "semper").append("numbers", List.of(1, 2));
        newer.get("link", Document.class).append("since", 7L);
        newer.getList("demands", Document.class).getFirst().append("urgency", "HIGH");
        newer.get("sending", Document.class).append("because", "so");

        assertThat(IntentDocument.read(newer)).isEqualTo(KNOWN);
    }

    @Test
    void f30KeepsADemandOfAKindThatIsNewForWhoeverKnowsIt() {
        Document newer = IntentDocument.write(KNOWN);
        Document demand =
                new Document("eventId", "e-2").append("kind", "MERGE").append("with", new Document("clientId", "x-2"));
        newer.put("demands", List.of(newer.getList("demands", Document.class).getFirst(), demand));

        Intent read = IntentDocument.read(newer);
        assertThat(read.demands()).isEqualTo(KNOWN.demands());
        Intent settled = read.settling("e-1", EntitySynced.newBuilder().build()).withOutbox(List.of());
        assertThat(settled.demands()).as("what this version works on").isEmpty();
        Document written = IntentDocument.write(settled);

        assertThat(written.getList("demands", Document.class)).containsExactly(demand);
        assertThat(written.containsKey("due"))
                .as("found by whoever takes the business over")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  Clear",
        "false, CreateUnknown",
    })
    void f30LooksBeforeItSendsWhereAStateIsNew(boolean linked, String expected) {
        Document newer = IntentDocument.write(KNOWN).append("sending", new Document("state", "half-sent"));
        if (!linked) {
            newer.put("link", null);
        }

        Sending read = IntentDocument.read(newer).sending();

        assertThat(read.getClass().getSimpleName()).isEqualTo(expected);
        if (read instanceof Sending.CreateUnknown unknown) {
            assertThat(IntentDocument.read(IntentDocument.write(KNOWN.withSending(unknown)))
                            .sending())
                    .isEqualTo(unknown);
        }
    }

    static Stream<String> fieldsThatMayBeNew() {
        return IntentDocument.write(KNOWN).keySet().stream()
                .filter(field -> !Set.of("_id", "v").contains(field));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatMayBeNew")
    void f30ReadsWhatAnOlderVersionWroteWithoutAFieldOfOurs(String field) {
        Document older = IntentDocument.write(KNOWN);
        older.remove(field);

        Intent read = IntentDocument.read(older);

        assertThat(read.entityId()).isEqualTo("c-1");
        assertThat(IntentDocument.read(IntentDocument.write(read))).isEqualTo(read);
    }
}

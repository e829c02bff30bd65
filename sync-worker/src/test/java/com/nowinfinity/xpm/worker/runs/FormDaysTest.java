package com.nowinfinity.xpm.worker.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.events.WriteOn;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.FollowRule;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.IntentFold;
import com.nowinfinity.xpm.worker.intents.Pending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDaysTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate COUNTED = LocalDate.of(2026, 3, 29);
    private static final LocalDate OF_THE_FORM = LocalDate.of(2026, 4, 1);

    private static final Entity BEFORE = company(1, "1 High St").build();
    private static final Entity AFTER = company(2, "9 Top St")
            .setEmail("new@example.com")
            .setRelationships(List.of(director("p-1", "2019-07-01", "2026-03-01"), director("p-2", "2026-03-01", null)))
            .build();

    @ParameterizedTest
    @CsvSource({
        "addresses.PRINCIPAL_PLACE, 2026-04-01",
        "DIRECTOR:p-1, 2026-04-01",
        "DIRECTOR:p-2, 2026-04-01",
        "DIRECTOR:x-9, 2026-03-29",
        "name, 2026-03-29",
        "email, 2026-03-29"
    })
    void aFormOnItsWaySaysByWhenForWhatItChanges(String field, LocalDate day) {
        Intent drafted = folded(WriteOn.ACCEPTED, LodgementState.DRAFT);

        assertThat(day(drafted, field, ChangedBy.XPM, COUNTED)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED, SIGNED, addresses.PRINCIPAL_PLACE, 2026-04-01",
        "SIGNED, SIGNED, DIRECTOR:p-2, 2026-04-01",
        "SIGNED, SIGNED, DIRECTOR:x-9, 2026-03-29",
        "SIGNED, SIGNED, name, 2026-03-29",
        "ACCEPTED, REJECTED, DIRECTOR:p-1, 2026-04-01",
        "ACCEPTED, REJECTED, DIRECTOR:x-9, 2026-03-29",
        "ACCEPTED, REJECTED, name, 2026-03-29"
    })
    void oneInForceSaysNothingOfWhatItDoesNotChange(
            WriteOn writeOn, LodgementState state, String field, LocalDate day) {
        assertThat(day(folded(writeOn, state), field, ChangedBy.XPM, COUNTED)).isEqualTo(day);
    }

    @Test
    void oneThatAsicRefusedIsStillAboutWhatItHadForetold() {
        Intent drafted = folded(WriteOn.ACCEPTED, LodgementState.DRAFT);
        Entity asBefore = Entity.newBuilder(BEFORE).setVersion(3).build();

        Intent refused = fold(WriteOn.ACCEPTED)
                .fold(drafted.receiving(
                        List.of(change(asBefore, ChangeCause.CORPORATE_MESSENGER, form(LodgementState.REJECTED)))));

        assertThat(day(refused, "addresses.PRINCIPAL_PLACE", ChangedBy.XPM, COUNTED))
                .isEqualTo(OF_THE_FORM);
        assertThat(day(refused, "name", ChangedBy.XPM, COUNTED)).isEqualTo(COUNTED);
    }

    @Test
    void soDoesOneThatIsSignedAndInForceForWhatHasMovedSince() {
        Intent signed = folded(WriteOn.SIGNED, LodgementState.SIGNED);

        assertThat(day(signed, "addresses.PRINCIPAL_PLACE", ChangedBy.NOWINFINITY, null))
                .isEqualTo(OF_THE_FORM);
        assertThat(day(signed, "addresses.PRINCIPAL_PLACE", ChangedBy.UNKNOWN, null))
                .isNull();
        assertThat(day(signed, "email", ChangedBy.NOWINFINITY, null)).isNull();
    }

    @Test
    void soDoesOneThatAsicRefused() {
        Intent refused = folded(WriteOn.ACCEPTED, LodgementState.REJECTED);

        assertThat(day(refused, "addresses.PRINCIPAL_PLACE", ChangedBy.XPM, COUNTED))
                .isEqualTo(OF_THE_FORM);
    }

    @Test
    void whatAsicHasGotIsNotDue() {
        Intent accepted = folded(WriteOn.ACCEPTED, LodgementState.ACCEPTED);

        assertThat(day(accepted, "addresses.PRINCIPAL_PLACE", ChangedBy.NOWINFINITY, null))
                .isNull();
        assertThat(day(accepted, "addresses.PRINCIPAL_PLACE", ChangedBy.XPM, COUNTED))
                .isEqualTo(COUNTED);
    }

    private static @Nullable LocalDate day(
            Intent intent, String field, ChangedBy changedBy, @Nullable LocalDate counted) {
        FieldDifference difference = new FieldDifference(
                DifferenceKind.FIELD_DIFFERS,
                field,
                "ours",
                "theirs",
                null,
                changedBy,
                Severity.MEDIUM,
                counted,
                List.of(),
                List.of());
        return new FormDays(intent, intent.newest().orElseThrow())
                .of(difference)
                .dueDate();
    }

    private static Intent folded(WriteOn writeOn, LodgementState state) {
        return fold(writeOn)
                .fold(Intent.unknown("harbour", "c-1")
                        .receiving(List.of(
                                change(BEFORE, ChangeCause.CREATED, null),
                                change(AFTER, ChangeCause.CORPORATE_MESSENGER, form(state)))));
    }

    private static IntentFold fold(WriteOn writeOn) {
        return new IntentFold(new FollowRule(false, writeOn, null), new Outcomes(() -> NOW));
    }

    private static Lodgement form(LodgementState state) {
        return Lodgement.newBuilder()
                .setForm("484")
                .setState(state)
                .setDueDate(OF_THE_FORM.toString())
                .build();
    }

    private static Pending change(Entity entity, ChangeCause cause, @Nullable Lodgement lodgement) {
        return Pending.first(EntityChanged.newBuilder()
                .setEventId("change-" + entity.getVersion())
                .setBusinessId("harbour")
                .setOccurredAt(NOW)
                .setCause(cause)
                .setLodgement(lodgement)
                .setEntity(entity)
                .build());
    }

    private static Entity.Builder company(long version, String street) {
        return Entities.company("c-1", "Smith Pty Ltd")
                .setVersion(version)
                .setAddresses(Entities.address(AddressUse.PRINCIPAL_PLACE, street, "Carlton", "VIC", "3053"))
                .setRelationships(List.of(director("p-1", "2019-07-01", null)));
    }

    private static Relationship director(String holder, String start, @Nullable String end) {
        return Entities.role(RelationshipType.DIRECTOR, holder, start, end);
    }
}

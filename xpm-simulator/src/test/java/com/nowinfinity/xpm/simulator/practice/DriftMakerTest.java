package com.nowinfinity.xpm.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.OrganisationProfile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftMakerTest {

    private static final Instant LATER = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void plantsWhatTakesTimeAndLeavesWhatThereIs(long seed) {
        Practice practice = PracticeGenerator.generate(200, seed);

        Drift drift = drift(practice, Set.of());

        assertThat(drift.planted().stream().map(Planted::kind))
                .contains(
                        "link-contradicted",
                        "asic-change-due",
                        "field-differs",
                        "role-missing-in-xpm",
                        "trustee-number-on-trust");
        assertThat(drift.forAsic())
                .isSubsetOf(drift.planted())
                .extracting(Planted::kind)
                .containsExactlyInAnyOrder(
                        "asic-change-due",
                        "asic-change-due",
                        "field-differs",
                        "role-missing-in-nowinfinity",
                        "role-missing-in-xpm");
        assertThat(drift.traps()).extracting(Trap::name).containsExactly("rejected-lodgement");
        Set<String> named = practice.planted().stream()
                .flatMap(row -> Stream.of(String.valueOf(row.entityId()), String.valueOf(row.clientId())))
                .collect(Collectors.toSet());
        assertThat(drift.planted()).extracting(Planted::entityId).doesNotContainAnyElementsOf(named);
    }

    @Test
    void isTheSameForTheSameSeed() {
        Practice practice = PracticeGenerator.generate(200, 4);

        assertThat(drift(practice, Set.of())).isEqualTo(drift(practice, Set.of()));
    }

    @Test
    void doesNothingToThoseWhoAreExcepted() {
        Practice practice = PracticeGenerator.generate(2000, 4);
        Set<String> first = drift(practice, Set.of()).planted().stream()
                .map(row -> String.valueOf(row.entityId()))
                .collect(Collectors.toSet());

        assertThat(drift(practice, first).planted())
                .extracting(Planted::entityId)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void saysSoWhenNobodyIsLeft() {
        Practice practice = PracticeGenerator.generate(200, 4);
        Set<String> everybody =
                practice.entities().stream().map(PortalEntity::entityId).collect(Collectors.toSet());

        assertThatThrownBy(() -> drift(practice, everybody))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in step");
    }

    private static Drift drift(Practice practice, Set<String> except) {
        Organisation organisation =
                new Organisation(new OrganisationProfile("t-1", "Practice", List.of(), practice.staff()));
        practice.changes().forEach(organisation::apply);
        return DriftMaker.drift(
                organisation, practice.entities(), practice.pairs(), practice.planted(), except, 1, LATER);
    }
}

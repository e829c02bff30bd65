package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.intents.Pending;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrowdsTest {

    private final Crowds crowds = new Crowds(10);

    @Test
    void whatIsTooMuchForAnIntentIsToBeFoldedAtOnceAndItsNeighboursAreNot() {
        List<Pending> crowd = changes("crowd", 11, 0);
        List<Pending> few = changes("few", 10, 0);

        Crowds.Divided divided =
                crowds.divide(Stream.concat(crowd.stream(), few.stream()).toList());

        assertThat(divided.few()).isEqualTo(few);
        assertThat(divided.many()).containsOnlyKeys(new Crowds.Subject("harbour", "crowd"));
    }

    @Test
    void countsWhatCameBefore() {
        assertThat(crowds.divide(changes("c-1", 6, 0)).many()).isEmpty();
        assertThat(crowds.divide(changes("c-1", 6, 0)).many()).hasSize(1);
        assertThat(crowds.divide(changes("c-1", 6, 0)).many())
                .as("counted anew")
                .isEmpty();
    }

    @Test
    void aChangeWithManyRolesCountsForSeveral() {
        assertThat(crowds.divide(changes("few-roles", 2, 4)).many()).isEmpty();
        assertThat(crowds.divide(changes("many-roles", 2, 25)).many()).hasSize(1);
    }

    private static List<Pending> changes(String entityId, int count, int roles) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(version -> Pending.first(EntityChanged.newBuilder()
                        .setEventId(entityId + version)
                        .setBusinessId("harbour")
                        .setOccurredAt(Instant.EPOCH)
                        .setCause(ChangeCause.EDITED)
                        .setEntity(Entities.company(entityId, entityId)
                                .setVersion(version)
                                .setRelationships(Collections.nCopies(
                                        roles, Entities.role(RelationshipType.DIRECTOR, "p-1", "2020-01-01", null)))
                                .build())
                        .build()))
                .toList();
    }
}

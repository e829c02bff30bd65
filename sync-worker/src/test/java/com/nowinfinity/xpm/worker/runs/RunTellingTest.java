package com.nowinfinity.xpm.worker.runs;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Candidate;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTellingTest {

    static {
        // Avro builds only classes it was told to trust, which the list of topics does.
        Topics.all();
    }

    private final RunTelling unit = RunTelling.ofLook(
            ActionRequested.newBuilder().setEventId("e-1").setBusinessId("b-1").build(),
            InstantSource.fixed(Instant.parse("2026-06-30T00:00:00Z")));

    @Test
    void tellsWhatAPersonChoosesAClientBy() {
        PracticeClient company = client("x-1", "Smith Pty Ltd")
                .label("Company")
                .acn("004 085 616")
                .abn("53 004 085 616")
                .code("SMI01")
                .build();
        PracticeClient archived = client("x-2", "Smith").archived().build();

        Difference told = told(FieldDifference.ofWhole(DifferenceKind.AMBIGUOUS_MATCH, "Smith", "Smith; Smith")
                .among(List.of(company, archived)));

        assertThat(told.getCandidates())
                .containsExactly(
                        Candidate.newBuilder()
                                .setClientId("x-1")
                                .setName("Smith Pty Ltd")
                                .setKind("Company")
                                .setAcn("004 085 616")
                                .setAbn("53 004 085 616")
                                .setClientCode("SMI01")
                                .setWebUrl(company.practice().webUrl())
                                .build(),
                        Candidate.newBuilder()
                                .setClientId("x-2")
                                .setName("Smith")
                                .setWebUrl(archived.practice().webUrl())
                                .setArchived(true)
                                .build());
    }

    private Difference told(FieldDifference difference) {
        return unit.compared(company("c-1", "Smith").build(), null, null, List.of(difference), Base.NONE)
                .getDifferences()
                .getFirst();
    }
}

package com.nowinfinity.xpm.report.storage;

import static com.nowinfinity.xpm.report.discrepancy.Compared.among;
import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.report.discrepancy.Candidate;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiscrepancyDocumentTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void keepsTheClientsAmongWhichAPersonChooses() {
        Discrepancy ambiguous = Findings.of(pair("c-1", null, among("ambiguous-match", "x-1", "x-2")), AT)
                .getFirst();

        Discrepancy read = DiscrepancyDocument.read(DiscrepancyDocument.write(ambiguous));

        assertThat(read).isEqualTo(ambiguous);
        assertThat(read.candidates()).extracting(Candidate::clientId).containsExactly("x-1", "x-2");
        assertThat(read.candidates().getFirst().webUrl()).startsWith("https://");
    }

    @Test
    void storesNothingOfCandidatesWhereThereAreNone() {
        Discrepancy field = Findings.of(pair("c-1", "x-1", difference("field-differs", "email", "a", "b")), AT)
                .getFirst();

        assertThat(DiscrepancyDocument.write(field)).doesNotContainKey("candidates");
        assertThat(DiscrepancyDocument.read(DiscrepancyDocument.write(field))).isEqualTo(field);
    }
}

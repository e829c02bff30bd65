package com.nowinfinity.xpm.report.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.report.discrepancy.Compared;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F30: rows of reports are kept for years, so every version reads those of all others. */
class OtherRowsTest {

    /** What a row has had from the first. */
    private static final Set<String> ALWAYS =
            Set.of("id", "kind", "severity", "state", "changedBy", "openedAt", "groups");

    private static final Discrepancy ROW = Findings.of(
                    Compared.pair("c-1", "x-1", Compared.difference("field-differs", "email", "a@ours", "b@theirs")),
                    Instant.EPOCH)
            .getFirst();

    @Test
    void f30ReadsWhatANewerVersionWroteWithoutWhatItDoesNotKnow() {
        Document newer =
                DiscrepancyDocument.write(ROW).append("colour", "green").append("parts", List.of(new Document("a", 1)));

        assertThat(DiscrepancyDocument.read(newer)).isEqualTo(ROW);
    }

    @Test
    void f30ReadsWordsOfANewerVersionAsTheNearestThatIsSafe() {
        Document newer = DiscrepancyDocument.write(ROW)
                .append("severity", "DEADLY")
                .append("state", "SNOOZED")
                .append("changedBy", "MOON")
                .append("entityKind", "CHARITY")
                .append("kind", "colour-differs");

        Discrepancy read = DiscrepancyDocument.read(newer);

        assertThat(read.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(read.state()).as("still to be decided").isEqualTo(DiscrepancyState.OPEN);
        assertThat(read.changedBy()).isEqualTo(ChangedBy.UNKNOWN);
        assertThat(read.kind()).as("shown by its code").isEqualTo("colour-differs");
        assertThat(read.entityId()).isEqualTo("c-1");
    }

    static Stream<String> fieldsThatCameLater() {
        return DiscrepancyDocument.write(ROW).keySet().stream().filter(field -> !ALWAYS.contains(field));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatCameLater")
    void f30ReadsWhatAnOlderVersionWroteWithoutAFieldOfOurs(String field) {
        Document older = DiscrepancyDocument.write(ROW);
        older.remove(field);

        assertThat(DiscrepancyDocument.read(older).id()).isEqualTo(ROW.id());
    }
}

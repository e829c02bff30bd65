package com.nowinfinity.xpm.report.rendering;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F28: a disk that fills up while a report is being written. */
class NoRoomTest {

    private static final Instant MADE = Instant.parse("2026-03-04T09:00:00Z");
    private static final int ROWS = 500;

    static Stream<Arguments> formatsAndRoom() {
        return Stream.of(ReportFormat.values())
                .flatMap(format -> Stream.of(0, 10, 2_000, 9_000).map(room -> Arguments.of(format, room)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndRoom")
    void f28FailsAsTheDiskDoesWhereverItIsFull(ReportFormat format, int room) {
        Iterable<Discrepancy> rows =
                () -> IntStream.range(0, ROWS).mapToObj(NoRoomTest::row).iterator();
        ReportHead head =
                new ReportHead("rep-1", "run-1", "b-1", MADE, List.of(), ROWS, 0, ROWS, ReportSummary.NONE, List.of());
        Edition edition = new Edition(null, ZoneOffset.UTC, false, false);

        assertThatThrownBy(() -> format.write(head, rows, new Disk(room), edition))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static Discrepancy row(int i) {
        return Findings.of(
                        pair("c-" + i, "x-" + i, difference("field-differs", "email", "ours " + i, "theirs " + i)),
                        MADE)
                .getFirst();
    }

    /** Takes so many bytes. */
    private static final class Disk extends OutputStream {

        private int room;

        Disk(int room) {
            this.room = room;
        }

        @Override
        public void write(int value) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            room--;
        }
    }
}

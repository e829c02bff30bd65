package com.nowinfinity.xpm.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {

    @BeforeAll
    static void trustTheEvents() {
        // Avro builds only classes it was told to trust, which the list of topics does.
        Topics.all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | NowInfinity and Xero Practice Manager are in step.",
                "1    | One discrepancy was found.",
                "1234 | 1,234 discrepancies were found."
            })
    void saysHowMuchWasFound(long count, String text) {
        Notice notice = Notices.of(report("u-1", count)).orElseThrow();

        assertThat(notice.kind()).isEqualTo("report-ready");
        assertThat(notice.text()).isEqualTo(text);
        assertThat(notice.link()).isEqualTo("/businesses/b%201/reports/rep-1");
    }

    @Test
    void tellsWhoeverAsked() {
        assertThat(Notices.of(report("u-1", 1)).orElseThrow().recipient()).isEqualTo("u-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "schedule"})
    void tellsEverybodyWhereNobodyAsked(String requestedBy) {
        assertThat(Notices.of(report(requestedBy, 1)).orElseThrow().recipient()).isNull();
    }

    @Test
    void isTheSameNoticeForTheSameReport() {
        assertThat(Notices.of(report("u-1", 1)).orElseThrow().id())
                .isEqualTo(Notices.of(report("u-1", 1)).orElseThrow().id());
    }

    @Test
    void tellsOfACompletedRunThroughItsReportOnly() {
        assertThat(Notices.of(run(RunEnd.COMPLETED, null))).isEmpty();
    }

    @Test
    void saysWhyARunFailed() {
        Notice notice = Notices.of(run(RunEnd.FAILED, new Reason("xpm-unavailable", "XPM did not answer.")))
                .orElseThrow();

        assertThat(notice.kind()).isEqualTo("run-failed");
        assertThat(notice.text()).isEqualTo("XPM did not answer.");
    }

    @Test
    void asksToReconnectOnceForEachAuthorisation() {
        Notice first =
                Notices.of(connection(ConnectionState.RECONNECT_REQUIRED, 4)).orElseThrow();
        Notice again =
                Notices.of(connection(ConnectionState.RECONNECT_REQUIRED, 4)).orElseThrow();
        Notice later =
                Notices.of(connection(ConnectionState.RECONNECT_REQUIRED, 5)).orElseThrow();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(later.id()).isNotEqualTo(first.id());
        assertThat(first.recipient()).isNull();
        assertThat(Notices.of(connection(ConnectionState.CONNECTED, 6))).isEmpty();
    }

    private static ReportPublished report(String requestedBy, long count) {
        return ReportPublished.newBuilder()
                .setBusinessId("b 1")
                .setReportId("rep-1")
                .setRunId("r-1")
                .setCounts(List.of(new Count("field-differs", count)))
                .setRequestedBy(requestedBy)
                .build();
    }

    private static SyncFinished run(RunEnd end, @Nullable Reason reason) {
        return SyncFinished.newBuilder()
                .setBusinessId("b-1")
                .setRunId("r-1")
                .setState(end)
                .setReason(reason)
                .build();
    }

    private static ConnectionChanged connection(ConnectionState state, long epoch) {
        return ConnectionChanged.newBuilder()
                .setBusinessId("b-1")
                .setState(state)
                .setEpoch(epoch)
                .build();
    }
}

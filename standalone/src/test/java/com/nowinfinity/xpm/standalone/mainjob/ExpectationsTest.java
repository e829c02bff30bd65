package com.nowinfinity.xpm.standalone.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationsTest {

    @Test
    void areMetByAGoodJob() {
        assertThat(shortfalls(good(), true)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "pushed, 4",
        "documents, 1",
        "followed, 2",
        "notified, 1",
        "matched, 0",
        "planted, 0",
        "imported, 199",
        "missed, 1",
        "invented, 1",
        "throttled, 1",
        "doubled, 1",
        "xpmCalls, 61"
    })
    void nameWhatFellShort(String name, long number) {
        Tally tally = good();
        tally.set(name, number);

        assertThat(shortfalls(tally, true)).singleElement().asString().startsWith(name + " is " + number);
    }

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(longs = {200, 2_000, 15_000})
    void holdPracticesOfEverySizeToAsManyCalls(long clients) {
        Tally tally = good();
        tally.set("clients", clients);
        tally.set("imported", clients);
        assertThat(shortfalls(tally, true)).isEmpty();

        tally.set("xpmCalls", 61L);

        assertThat(shortfalls(tally, true)).singleElement().asString().startsWith("xpmCalls is 61");
    }

    @ParameterizedTest(name = "{0} calls")
    @CsvSource({"0, 1", "1, 0", "5, 0", "6, 1"})
    void letTheImportTakeFiveCalls(long calls, int expected) {
        List<String> shortfalls = new ArrayList<>();

        Expectations.checkImport(calls, shortfalls);

        assertThat(shortfalls).hasSize(expected);
    }

    @Test
    void askForNoTruthWhereThereIsNone() {
        Tally tally = new Tally();
        tally.set("pushed", 5L);
        tally.set("documents", 2L);
        tally.set("followed", 3L);
        tally.set("notified", 2L);
        tally.set("matched", 1L);

        assertThat(shortfalls(tally, false)).isEmpty();
        assertThat(tally.line())
                .startsWith("RESULT {\"clients\":null,")
                .contains("\"missed\":null")
                .contains("\"pushed\":5");
    }

    private static List<String> shortfalls(Tally tally, boolean judged) {
        List<String> shortfalls = new ArrayList<>();
        Expectations.check(tally, judged, shortfalls);
        return shortfalls;
    }

    private static Tally good() {
        Tally tally = new Tally();
        tally.set("clients", 200L);
        tally.set("imported", 200L);
        tally.set("pushed", 5L);
        tally.set("documents", 2L);
        tally.set("followed", 3L);
        tally.set("notified", 2L);
        tally.set("matched", 100L);
        tally.set("planted", 12L);
        for (String none : List.of("missed", "invented", "throttled", "doubled")) {
            tally.set(none, 0L);
        }
        tally.set("xpmCalls", 60L);
        return tally;
    }
}

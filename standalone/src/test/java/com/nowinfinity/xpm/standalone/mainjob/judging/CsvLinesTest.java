package com.nowinfinity.xpm.standalone.mainjob.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

    @Test
    void readsQuotesCommasAndLineEndsInCsv() {
        assertThat(CsvLines.read("a,b\r\n\"1,\"\"2\"\"\r\n3\",\r\n"))
                .containsExactly(List.of("a", "b"), List.of("1,\"2\"\r\n3", ""));
    }

    @Test
    void takesTheGuardOffAFormulaAndNothingElse() {
        assertThat(CsvLines.read("'=1,'-2,'plain,'\n")).containsExactly(List.of("=1", "-2", "'plain", "'"));
    }
}

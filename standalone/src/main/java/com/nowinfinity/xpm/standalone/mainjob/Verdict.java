package com.nowinfinity.xpm.standalone.mainjob;

import com.nowinfinity.xpm.standalone.mainjob.judging.Finding;
import com.nowinfinity.xpm.standalone.mainjob.judging.Judgement;
import com.nowinfinity.xpm.standalone.mainjob.judging.KindJudgement;
import com.nowinfinity.xpm.standalone.mainjob.judging.ReportFiles;
import com.nowinfinity.xpm.standalone.mainjob.judging.Truth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how a report does, kind by kind, and notes what it misses and invents. */
final class Verdict {

    /** Of each kind, enough to see what is wrong. */
    private static final int MOST_OF_A_KIND = 5;

    private final Progress progress;
    private final List<String> shortfalls;

    Verdict(Progress progress, List<String> shortfalls) {
        this.progress = progress;
        this.shortfalls = shortfalls;
    }

    Judgement on(String which, Truth truth, ReportFiles report) {
        Judgement judgement = Judgement.of(truth, report.rows());
        progress.say("The %s report has %d of %d planted discrepancies, and %d rows that nobody planted.%n%s"
                .formatted(
                        which,
                        judgement.found(),
                        judgement.planted(),
                        judgement.invented().size(),
                        KindJudgement.table(judgement.kinds())));
        some(judgement.missed()).forEach(missed -> shortfalls.add("The %s report misses %s.".formatted(which, missed)));
        some(judgement.invented())
                .forEach(row -> shortfalls.add("The %s report invents %s, perhaps for %s."
                        .formatted(which, row, String.join(", ", truth.behind(row)))));
        return judgement;
    }

    private static Stream<Finding> some(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::kind)).values().stream()
                .flatMap(kind -> kind.stream().limit(MOST_OF_A_KIND));
    }
}

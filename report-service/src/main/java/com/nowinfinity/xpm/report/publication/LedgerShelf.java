package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps the ledgers that were read last. A ledger never changes once its report is there, and what lies over it has a
 * version, so what is kept is never out of date; which is the newest is asked of the database each time. Thread-safe.
 */
public final class LedgerShelf {

    private static final int GREATEST_ROWS = 20_000;

    private final ReportBook reports;
    private final DecisionBook decisions;
    private final InstantSource clock;
    private final Map<String, Ledger> recent = new LinkedHashMap<>(16, 0.75f, true);

    LedgerShelf(ReportBook reports, DecisionBook decisions, InstantSource clock) {
        this.reports = reports;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The business's ledger as it stands, with what people decided since its run; empty before the first report. */
    public Ledger newest(String businessId) {
        return reports.newest(businessId).map(this::standing).orElse(Ledger.EMPTY);
    }

    /** The ledger after the report's run; of the newest report, as it stands now. */
    public Ledger ofReport(StoredReport report) {
        boolean newest = reports.newest(report.head().businessId())
                .filter(last -> last.number() == report.number())
                .isPresent();
        return newest ? standing(report) : ledger(report);
    }

    private Ledger standing(StoredReport report) {
        String businessId = report.head().businessId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // Asked before the decisions are read: what comes between is read too, and read once more under its version.
        long version = decisions.version(businessId);
        String key = ReportDocument.key(report) + "@" + version + "@" + today;
        return kept(key, () -> ledger(report).standing(decisions.of(businessId), report.ranAt(), today));
    }

    private Ledger ledger(StoredReport report) {
        return kept(ReportDocument.key(report), () -> reports.ledger(report));
    }

    private Ledger kept(String key, Supplier<Ledger> source) {
        synchronized (recent) {
            Ledger kept = recent.get(key);
            if (kept != null) {
                return kept;
            }
        }
        Ledger read = source.get();
        synchronized (recent) {
            recent.put(key, read);
            dropOldest();
        }
        return read;
    }

    private void dropOldest() {
        int rows = recent.values().stream().mapToInt(Ledger::size).sum();
        Iterator<Ledger> oldest = recent.values().iterator();
        while (rows > GREATEST_ROWS && oldest.hasNext()) {
            rows -= oldest.next().size();
            oldest.remove();
        }
    }
}

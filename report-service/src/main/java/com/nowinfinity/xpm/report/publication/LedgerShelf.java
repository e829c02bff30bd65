package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.report.discrepancy.Ledger;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the ledgers that were read last. A ledger never changes once its report is there, so what is kept is never out
 * of date; which one is the newest is asked of the database each time. Thread-safe.
 */
public final class LedgerShelf {

    private static final int GREATEST_ROWS = 20_000;

    private final ReportBook reports;
    private final Map<String, Ledger> recent = new LinkedHashMap<>(16, 0.75f, true);

    LedgerShelf(ReportBook reports) {
        this.reports = reports;
    }

    /** The business's ledger as it stands, empty before the first report. */
    public Ledger newest(String businessId) {
        return reports.newest(businessId).map(this::ledger).orElse(Ledger.EMPTY);
    }

    public Ledger ledger(StoredReport report) {
        String key = ReportDocument.key(report);
        synchronized (recent) {
            Ledger kept = recent.get(key);
            if (kept != null) {
                return kept;
            }
        }
        Ledger read = reports.ledger(report);
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

package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report in one format. Rows are read once, one after the other, and none is kept. */
@FunctionalInterface
interface Rendering {

    /** Leaves the stream open. */
    void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException;
}

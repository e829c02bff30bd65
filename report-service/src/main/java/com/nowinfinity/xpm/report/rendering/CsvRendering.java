package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Comma-separated values by RFC 4180: UTF-8, lines end with CR LF, the first one names the fields of the item. */
final class CsvRendering implements Rendering {

    @Override
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(writer, Columns.OF_ITEM.stream().map(Column::name));
        for (Discrepancy row : rows) {
            line(
                    writer,
                    Columns.OF_ITEM.stream()
                            .map(column -> SafeText.forCsv(column.of(row).text())));
        }
        writer.flush();
    }

    private static void line(Writer writer, Stream<String> values) throws IOException {
        List<String> cells = values.toList();
        for (Iterator<String> rest = cells.iterator(); rest.hasNext(); ) {
            writer.write(rest.next());
            writer.write(rest.hasNext() ? "," : "\r\n");
        }
    }
}

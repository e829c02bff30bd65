package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract's json report: its head, and the items as the list of discrepancies has them. */
final class JsonRendering implements Rendering {

    private final JsonMapper json =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("reportId", head.reportId());
            generator.writeStringProperty("runId", head.runId());
            generator.writeStringProperty("businessId", head.businessId());
            generator.writeStringProperty("createdAt", head.createdAt().toString());
            generator.writeName("counts");
            generator.writePOJO(head.counts().stream().map(JsonForm::of).toList());
            generator.writeName("discrepancies");
            generator.writeStartArray();
            for (Discrepancy row : rows) {
                generator.writePOJO(row);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}

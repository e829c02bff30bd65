package com.nowinfinity.xpm.benchmarks.plain;

import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Each record is carried to XPM before the next one of its partition is looked at. */
@Component
class PlainListener {

    /** Magic byte and schema id. */
    private static final int FRAME = 5;

    private final PlainXpm xpm;
    private final Map<String, String> tenants;

    PlainListener(PlainXpm xpm, Map<String, String> tenants) {
        this.xpm = xpm;
        this.tenants = tenants;
    }

    @KafkaListener(topics = "connection-changed", groupId = "plain-connections", containerFactory = "plainListeners")
    void connected(ConsumerRecord<String, byte[]> record) throws IOException {
        ConnectionChanged changed = read(record.value(), new ConnectionChanged());
        tenants.put(changed.getBusinessId(), String.valueOf(changed.getTenantId()));
    }

    @KafkaListener(topics = "entity-changed", groupId = "plain", containerFactory = "plainListeners")
    void changed(ConsumerRecord<String, byte[]> record) throws IOException, InterruptedException {
        EntityChanged change = read(record.value(), new EntityChanged());
        Entity entity = change.getEntity();
        String tenantId = tenants.get(change.getBusinessId());
        if (tenantId == null) {
            throw new IllegalStateException("Not connected: " + change.getBusinessId());
        }
        if (change.getCause() == ChangeCause.CORPORATE_MESSENGER && entity.getEmail() != null) {
            xpm.write(tenantId, Company.clientOf(entity.getEntityId()), entity.getEmail());
        }
    }

    private static <T extends SpecificRecord> T read(byte[] framed, T empty) throws IOException {
        if (framed.length < FRAME || framed[0] != 0) {
            throw new IOException("Not a framed record");
        }
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(empty.getSchema());
        return reader.read(empty, DecoderFactory.get().binaryDecoder(framed, FRAME, framed.length - FRAME, null));
    }
}

package com.nowinfinity.xpm.bus.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.EntityChanged;
import org.junit.jupiter.api.Test;

class KeptDatumsTest {

    private final KeptDatums<Object> datums = new KeptDatums<>();

    @Test
    void makesOneReaderForEachSchema() {
        assertThat(datums.createDatumReader(EntityChanged.getClassSchema()))
                .isSameAs(datums.createDatumReader(EntityChanged.getClassSchema()))
                .isNotSameAs(datums.createDatumReader(ConnectionChanged.getClassSchema()));
    }

    @Test
    void makesOneWriterForEachSchema() {
        EntityChanged event = new EntityChanged();

        assertThat(datums.createDatumWriter(event, EntityChanged.getClassSchema()))
                .isSameAs(datums.createDatumWriter(event, EntityChanged.getClassSchema()));
    }
}

package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Task;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A push hands its documents on just after another worker has read what is due of the business. */
class LateDocumentsTest {

    private final SimWorld world = new SimWorld(1, Plants.shelf("documents", Watched::new));
    private boolean handedOver;
    private @Nullable Task late;

    @Test
    void areNotForgotten() {
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        world.script.later(Duration.ofSeconds(10));
        Script.Subject company = world.script.subject("harbour", 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.paper(company);
        world.script.push(company);

        world.run().verify();

        assertThat(handedOver).isTrue();
        assertThat(late).as("whoever waits for the other one to look").isNull();
    }

    private final class Watched extends AlteredShelf {
        Watched(Shelf shelf) {
            super(shelf, found -> {});
        }

        @Override
        public boolean replace(Document document, long revision) {
            if (!handedOver && !document.getList("wanted", Document.class).isEmpty()) {
                handedOver = true;
                late = world.scheduler.current();
                int partition = world.partitionOf("harbour");
                SimWorker former = world.owner(partition);
                world.workers().stream()
                        .filter(worker -> !worker.equals(former))
                        .findFirst()
                        .ifPresent(other -> world.assign(partition, other));
                world.scheduler.sleep();
            }
            return super.replace(document, revision);
        }

        /** Whoever takes over has looked, and is slow from then on. */
        @Override
        public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
            super.scan(filter, fields, atMost, sink);
            if (late != null && atMost == 0 && filter.containsKey(Due.FIELD)) {
                SimWorker other = world.owner(world.partitionOf("harbour"));
                other.process.paused = true;
                world.scheduler.after(Duration.ofSeconds(5), () -> other.process.paused = false);
                world.scheduler.wake(late);
                late = null;
            }
        }
    }
}

package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.Collection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whoever has given a push its outcome is killed before he has noted that it is done. */
class UnnotedPushTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(1, Plants.shelf("pushes", KilledAtFirst::new));
    private int notes;

    @Test
    void isNotDueForEver() {
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(10));
        world.script.push(company);

        world.run().verify();

        assertThat(notes).as("the one who was killed, and the one after him").isEqualTo(2);
        assertThat(new Due(world.shelf("pushes")).of(BUSINESS)).isEmpty();
    }

    private final class KilledAtFirst extends AlteredShelf {

        KilledAtFirst(Shelf shelf) {
            super(shelf, found -> {});
        }

        @Override
        public void change(String id, Document set, Collection<String> unset) {
            if (unset.contains(Due.FIELD) && ++notes == 1) {
                world.kill(world.owner(world.partitionOf(BUSINESS)));
                throw new Scheduler.Killed();
            }
            super.change(id, set, unset);
        }
    }
}

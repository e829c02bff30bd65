package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Duration;
import java.util.Collection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A push of which it was told that nothing is done, and more is known before that has been noted. */
class RefusedPushTest {

    private static final Duration AWAY = Duration.ofMinutes(5);

    private boolean away = true;

    @Test
    void isNotDoneAllTheSame() {
        SimWorld world = new SimWorld(1, Plants.shelf("pushes", this::awayWhenItIsDone));
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        world.script.later(Duration.ofSeconds(10));
        Script.Subject company = world.script.subject("harbour", 1);
        String push = world.script.push(company);
        world.script.later(Duration.ofMinutes(1));
        world.script.change(company, 1, ChangeCause.EDITED);
        world.scheduler.after(AWAY, () -> away = false);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.FAILED);
        assertThat(world.practices.all(company.tenantId())).isEmpty();
    }

    private Shelf awayWhenItIsDone(Shelf shelf) {
        return new AlteredShelf(shelf, found -> {}) {
            @Override
            public void change(String id, Document set, Collection<String> unset) {
                if (away) {
                    throw new IllegalStateException("The database is away");
                }
                shelf.change(id, set, unset);
            }
        };
    }
}

package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Duration;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A push of which it was told that nothing is done, and more is known before that has been noted. */
class RefusedPushTest {

    private static final String TENANT = Script.tenantOf("harbour");
    private static final Duration AWAY = Duration.ofMinutes(5);

    private boolean away = true;
    private String push = "";
    private String company = "";

    @Test
    void isNotDoneAllTheSame() {
        SimWorld world = refused(shelf -> new AlteredShelf(shelf, found -> {}) {
            @Override
            public void change(String id, Document set, Collection<String> unset) {
                beThere();
                shelf.change(id, set, unset);
            }
        });

        assertThat(world.story.outcome(push, company)).contains(Outcome.FAILED);
        assertThat(world.practices.all(TENANT)).isEmpty();
    }

    @Test
    void isNotToldBeforeItIsStored() {
        SimWorld world = refused(shelf -> new AlteredShelf(shelf, found -> {}) {
            @Override
            public boolean changeIf(Document expected, Document set) {
                beThere();
                return shelf.changeIf(expected, set);
            }
        });

        assertThat(world.story.outcome(push, company)).contains(Outcome.CREATED);
        assertThat(world.practices.all(TENANT)).hasSize(1);
    }

    private SimWorld refused(UnaryOperator<Shelf> pushes) {
        SimWorld world = new SimWorld(1, Plants.shelf("pushes", pushes));
        world.script.connect("harbour", TENANT, 1);
        world.script.later(Duration.ofSeconds(10));
        Script.Subject subject = world.script.subject("harbour", 1);
        company = subject.entityId();
        push = world.script.push(subject);
        world.script.later(Duration.ofMinutes(1));
        world.script.change(subject, 1, ChangeCause.EDITED);
        world.scheduler.after(AWAY, () -> away = false);
        world.run();
        assertThat(world.judge.violations).isEmpty();
        return world;
    }

    private void beThere() {
        if (away) {
            throw new IllegalStateException("The database is away");
        }
    }
}

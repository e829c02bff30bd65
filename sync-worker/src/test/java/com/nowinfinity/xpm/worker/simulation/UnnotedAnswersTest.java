package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** XPM has answered, and the database is away when the answer is to be noted. */
class UnnotedAnswersTest {

    /** More than the app may call in a minute. */
    private static final int COMPANIES = SimWorld.ALLOWED.app() + 3;

    @Test
    void costNothingOfTheAppsMinuteOnceTheyAreOver() {
        Set<String> failed = new HashSet<>();
        SimWorld world = new SimWorld(1, Plants.shelf("intents", shelf -> failingAtEachLink(shelf, failed)));
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        for (int number = 1; number <= COMPANIES; number++) {
            Script.Subject company = world.script.subject("harbour", number);
            world.script.change(company, 1, ChangeCause.EDITED);
            world.script.push(company);
            world.script.later(Duration.ofMinutes(5));
        }

        world.run().verify();
    }

    private static Shelf failingAtEachLink(Shelf shelf, Set<String> failed) {
        return new AlteredShelf(shelf, found -> {}) {
            @Override
            public boolean replace(Document document, long revision) {
                if (document.get("link") != null && failed.add(document.getString("_id"))) {
                    throw new IllegalStateException("The database is away");
                }
                return shelf.replace(document, revision);
            }
        };
    }
}

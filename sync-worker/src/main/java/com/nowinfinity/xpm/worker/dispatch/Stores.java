package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.written.Written;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the worker remembers. */
public record Stores(
        Connections connections,
        Intents intents,
        Documents documents,
        Pushes pushes,
        Runs runs,
        Actions actions,
        Mirror mirror,
        Organisations organisations,
        Written written) {

    /** The same, in the name of an owner, whom a later one shuts out. */
    Stores ownedBy(long epoch) {
        return new Stores(
                connections,
                intents.ownedBy(epoch, Gate::notOwner),
                documents,
                pushes,
                runs,
                actions,
                mirror,
                organisations,
                written);
    }

    /** Everything of a business that is not done, but for its entities, which may be very many. */
    Stream<Work> dueOf(String businessId) {
        return Stream.of(
                        work(actions.due(), businessId, Work.OfAction::new),
                        work(documents.due(), businessId, Work.OfDocument::new),
                        work(pushes.due(), businessId, Work.OfPush::new),
                        work(runs.due(), businessId, Work.OfRun::new))
                .flatMap(Function.identity());
    }

    Set<String> businessesWithWork() {
        Set<String> businesses = new TreeSet<>();
        Stream.of(actions.due(), documents.due(), pushes.due(), intents.due(), runs.due())
                .forEach(due -> businesses.addAll(due.businesses()));
        return businesses;
    }

    private static Stream<Work> work(Due due, String businessId, Function<String, Work> made) {
        return due.of(businessId).stream().map(made);
    }
}

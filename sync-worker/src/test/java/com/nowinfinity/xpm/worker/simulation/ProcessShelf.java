package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;

/** A shelf as one process sees it: before and after each operation others go on, and the database may be away. */
final class ProcessShelf implements Shelf {

    private final Shelf shelf;
    private final Scheduler scheduler;
    private final Faults faults;

    ProcessShelf(Shelf shelf, Scheduler scheduler, Faults faults) {
        this.shelf = shelf;
        this.scheduler = scheduler;
        this.faults = faults;
    }

    @Override
    public Optional<Document> find(String id) {
        return at(() -> shelf.find(id));
    }

    @Override
    public boolean insert(Document document) {
        return at(() -> shelf.insert(document));
    }

    @Override
    public void put(Collection<Document> documents) {
        at(() -> {
            shelf.put(documents);
            return true;
        });
    }

    @Override
    public boolean replace(Document document, long revision) {
        return at(() -> shelf.replace(document, revision));
    }

    @Override
    public void change(String id, Document set, Collection<String> unset) {
        at(() -> {
            shelf.change(id, set, unset);
            return true;
        });
    }

    @Override
    public boolean changeIf(Document expected, Document set) {
        return at(() -> shelf.changeIf(expected, set));
    }

    @Override
    public void merge(Collection<Merge> merges) {
        at(() -> {
            shelf.merge(merges);
            return true;
        });
    }

    @Override
    public void remove(String id) {
        at(() -> {
            shelf.remove(id);
            return true;
        });
    }

    @Override
    public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
        at(() -> {
            shelf.scan(filter, fields, atMost, sink);
            return true;
        });
    }

    private <T> T at(Supplier<T> operation) {
        scheduler.step();
        if (faults.databaseFails()) {
            throw new IllegalStateException("The database is away");
        }
        T done = operation.get();
        scheduler.step();
        if (faults.databaseFails()) {
            throw new IllegalStateException("The database did not say that it is done");
        }
        return done;
    }
}

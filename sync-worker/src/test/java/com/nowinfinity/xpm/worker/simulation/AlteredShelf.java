package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/** A shelf that forgets something of what it is asked for. */
class AlteredShelf implements Shelf {

    final Shelf shelf;
    private final Consumer<Document> alteration;

    AlteredShelf(Shelf shelf, Consumer<Document> alteration) {
        this.shelf = shelf;
        this.alteration = alteration;
    }

    @Override
    public Optional<Document> find(String id) {
        Optional<Document> found = shelf.find(id);
        found.ifPresent(alteration);
        return found;
    }

    @Override
    public boolean insert(Document document) {
        return shelf.insert(document);
    }

    @Override
    public void put(Collection<Document> documents) {
        shelf.put(documents);
    }

    @Override
    public boolean replace(Document document, long revision) {
        return shelf.replace(document, revision);
    }

    @Override
    public void change(String id, Document set, Collection<String> unset) {
        shelf.change(id, set, unset);
    }

    @Override
    public boolean changeIf(Document expected, Document set) {
        return shelf.changeIf(expected, set);
    }

    @Override
    public void merge(Collection<Merge> merges) {
        shelf.merge(merges);
    }

    @Override
    public void remove(String id) {
        shelf.remove(id);
    }

    @Override
    public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
        shelf.scan(filter, fields, atMost, sink);
    }
}

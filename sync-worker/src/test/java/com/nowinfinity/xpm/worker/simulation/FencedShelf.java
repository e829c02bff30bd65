package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.mongo.Shelf;
import org.bson.Document;

/** Tells the judge when somebody writes in the name of an owner before the one who wrote last. */
final class FencedShelf extends AlteredShelf {

    private final Judge judge;

    FencedShelf(Shelf shelf, Judge judge) {
        super(shelf, found -> {});
        this.judge = judge;
    }

    @Override
    public boolean replace(Document document, long revision) {
        String id = document.getString("_id");
        long before = shelf.find(id).map(FencedShelf::owner).orElse(0L);
        boolean replaced = super.replace(document, revision);
        if (replaced && owner(document) < before) {
            judge.violated("owner %d of %s writes after owner %d".formatted(owner(document), id, before));
        }
        return replaced;
    }

    private static long owner(Document document) {
        return document.get("ownerEpoch", 0L);
    }
}

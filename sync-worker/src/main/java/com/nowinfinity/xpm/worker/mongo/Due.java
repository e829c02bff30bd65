package com.nowinfinity.xpm.worker.mongo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * What is not done, in a collection whose documents carry their own id in the field {@code due} until they are. Read at
 * a take-over, and when more is due than the owner keeps in memory.
 */
public final class Due {

    public static final String FIELD = "due";

    private static final String ID = "_id";

    private final Shelf shelf;

    public Due(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Stores a new document that is due; false, and nothing changed, when its id is known. */
    public boolean arrive(Document document) {
        return shelf.insert(document.append(FIELD, document.getString(ID)));
    }

    /** The ids within a business of what is due. */
    public List<String> of(String businessId) {
        return after(businessId, "", 0);
    }

    /**
     * A page of the ids within a business of what is due, in their order.
     *
     * @param after the last id of the page before; empty for the first page
     * @param atMost how many; 0 for all
     */
    public List<String> after(String businessId, String after, int atMost) {
        List<String> ids = new ArrayList<>();
        Document page = Ranges.ofBusinessAfter(FIELD, businessId, after);
        shelf.scan(
                page, List.of(ID), atMost, found -> ids.add(found.getString(ID).substring(businessId.length() + 1)));
        return ids;
    }

    /** Goes from business to business, past what is due of each: a million may be due of a few thousand. */
    public Set<String> businesses() {
        Set<String> businesses = new LinkedHashSet<>();
        Optional<String> next = firstBehind("");
        while (next.isPresent()) {
            businesses.add(next.get());
            next = firstBehind(Ranges.behindBusiness(next.get()));
        }
        return businesses;
    }

    private Optional<String> firstBehind(String id) {
        List<String> found = new ArrayList<>();
        shelf.scan(
                new Document(FIELD, new Document("$gt", id)), List.of(ID), 1, first -> found.add(first.getString(ID)));
        return found.stream()
                .map(first -> first.substring(0, first.indexOf('/')))
                .findFirst();
    }

    public void done(String id) {
        shelf.change(id, new Document(), List.of(FIELD));
    }
}

package com.nowinfinity.xpm.report.entities;

import com.nowinfinity.xpm.report.storage.Key;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document that some of a business's entities share, and how one of them is found in it. */
final class Shelf {

    static final String SELF = "self";
    static final String VERSION = "version";
    static final String NAME = "name";
    static final String LINK = "link";
    static final String AT = "at";
    static final String CLIENT = "client";
    static final String ENTITY = "entity";

    /** A practice of 15,000 entities has documents of some 30 KB. */
    private static final int SHELVES = 64;

    private Shelf() {}

    static String key(String businessId, String entityId) {
        return Key.of(businessId, Integer.toString(Math.floorMod(entityId.hashCode(), SHELVES)));
    }

    /** An entity's id as a field can be called. */
    static String field(String entityId) {
        return "e-" + entityId.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    static @Nullable Document of(Document shelf, String part, String entityId) {
        Document all = shelf.get(part, Document.class);
        return all == null ? null : all.get(field(entityId), Document.class);
    }
}

package com.nowinfinity.xpm.worker.mongo;

import org.bson.Document;

/** Ids begin with the business, so that a business is one range. */
public final class Ranges {

    private Ranges() {}

    /** All values of a field that begin with {@code <businessId>/}; the slash is followed by the zero in ASCII. */
    public static Document ofBusiness(String field, String businessId) {
        return new Document(field, new Document("$gte", businessId + "/").append("$lt", businessId + "0"));
    }
}

package com.nowinfinity.xpm.worker.mongo;

import org.bson.Document;

/** Ids begin with the business, so that a business is one range. */
public final class Ranges {

    private Ranges() {}

    /** All values of a field that begin with {@code <businessId>/}. */
    public static Document ofBusiness(String field, String businessId) {
        return ofBusinessAfter(field, businessId, "");
    }

    /** Of these, the ones that go on behind {@code after}; all when it is empty. */
    static Document ofBusinessAfter(String field, String businessId, String after) {
        return new Document(
                field,
                new Document(after.isEmpty() ? "$gte" : "$gt", businessId + "/" + after)
                        .append("$lt", behindBusiness(businessId)));
    }

    /** Behind every id of a business; the slash is followed by the zero in ASCII. */
    static String behindBusiness(String businessId) {
        return businessId + "0";
    }
}

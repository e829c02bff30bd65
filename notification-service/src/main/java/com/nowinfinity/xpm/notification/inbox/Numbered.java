package com.nowinfinity.xpm.notification.inbox;

import java.util.Locale;
import org.bson.Document;

/** Keys {@code businessId/number}. A slash in a business's id is written otherwise, so ranges do not meet. */
final class Numbered {

    private Numbered() {}

    static String key(String businessId, long number) {
        return business(businessId) + "/" + String.format(Locale.ROOT, "%012d", number);
    }

    /** The value for a filter on {@code _id} that takes all of a business. */
    static Document range(String businessId) {
        // '0' is what follows '/'.
        return new Document("$gte", business(businessId) + "/").append("$lt", business(businessId) + "0");
    }

    static String business(String businessId) {
        return businessId.replace("%", "%25").replace("/", "%2F");
    }
}

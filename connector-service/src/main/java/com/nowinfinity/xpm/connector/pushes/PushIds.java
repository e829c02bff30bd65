package com.nowinfinity.xpm.connector.pushes;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from ids: whoever repeats a request gets the same, and an outcome finds its push by the event behind it. */
final class PushIds {

    private PushIds() {}

    static String ofEvent(String businessId, String eventId) {
        return made(businessId + "/push/" + eventId);
    }

    static String eventOfConfirmation(String businessId, String pushId) {
        return made(businessId + "/confirm/" + pushId);
    }

    private static String made(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package com.nowinfinity.xpm.notification.inbox;

import com.mongodb.client.MongoDatabase;

/** The real book of notices, for tests of other packages. */
public final class TestNotices {

    private TestNotices() {}

    public static NoticeBook in(MongoDatabase database) {
        return new NoticeBook(database);
    }
}

package com.nowinfinity.xpm.connector.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** How failures of the driver are told apart. */
public final class Failures {

    private Failures() {}

    /** True where another document already has this {@code _id} or unique value. */
    public static boolean isDuplicate(MongoWriteException error) {
        return ErrorCategory.fromErrorCode(error.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}

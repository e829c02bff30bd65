package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Cursors that are numbers. */
final class Cursors {

    private Cursors() {}

    static @Nullable Long number(@Nullable String cursor) {
        String after = Page.after(cursor);
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    static ProblemException invalid() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "invalid-cursor", "Invalid request", "cursor: not one of ours");
    }
}

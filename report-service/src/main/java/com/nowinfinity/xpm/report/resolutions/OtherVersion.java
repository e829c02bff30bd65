package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.access.ProblemException;
import org.springframework.http.HttpStatus;

/** What a newer version has put down, while it is being brought in or after it was taken back. */
public final class OtherVersion {

    private OtherVersion() {}

    /** Half of it would be something else than what the person asked for. */
    public static ProblemException refused() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "other-version",
                "Asked for in another version",
                "It contains an action that this version of the service does not know. It is kept as it is.");
    }
}

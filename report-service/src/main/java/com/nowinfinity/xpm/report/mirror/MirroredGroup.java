package com.nowinfinity.xpm.report.mirror;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group of XPM, as far as its clients told of it; one without clients is not known here.
 *
 * @param clients how many of them there are
 */
record MirroredGroup(String groupId, @Nullable String name, int clients) {

    MirroredGroup and(MirroredGroup same) {
        return new MirroredGroup(groupId, name == null ? same.name : name, clients + same.clients);
    }

    boolean isCalled(String words) {
        return shown().contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** Where it stands among the others. */
    String place() {
        return shown() + "\n" + groupId;
    }

    private String shown() {
        return Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
    }
}

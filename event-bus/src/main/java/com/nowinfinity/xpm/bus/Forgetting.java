package com.nowinfinity.xpm.bus;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What a service does to forget a business, and remembers of having done so: when, and nothing else. */
public interface Forgetting {

    /** When these businesses were last forgotten, as far as they were. */
    Map<String, Instant> forgottenAt(Set<String> businessIds);

    /** Removes everything of the business, and remembers when. The same again does no harm. */
    void forget(String businessId, Instant at);
}

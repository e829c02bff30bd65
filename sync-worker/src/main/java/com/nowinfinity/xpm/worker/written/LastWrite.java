package com.nowinfinity.xpm.worker.written;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one event made us write for one entity.
 *
 * @param before the client as it stood before the first write; null when nothing but a group or a create was written
 * @param created whether the client was created, which nothing takes back
 * @param fields paths that were written, roles among them
 * @param groups groups that the client was put into
 */
public record LastWrite(
        String eventId,
        String tenantId,
        @Nullable PracticeClient before,
        boolean created,
        Set<String> fields,
        Set<String> groups) {}

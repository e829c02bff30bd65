package com.nowinfinity.xpm.report.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Refresh data took from one client of XPM into NowInfinity.
 *
 * @param name of the entity
 * @param fields paths
 */
public record Refreshed(@Nullable String entityId, String clientId, String name, List<String> fields) {

    public Refreshed {
        fields = List.copyOf(fields);
    }
}

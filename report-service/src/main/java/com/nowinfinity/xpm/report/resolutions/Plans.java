package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans of a resolution's events as one: numbers added up, lists one after the other. */
final class Plans {

    private static final List<String> OF_EVERY_EVENT = List.of("eventId", "businessId", "occurredAt", "forId");

    private Plans() {}

    /** Null where there is none. */
    static @Nullable Map<String, @Nullable Object> together(List<WorkPlanned> plans) {
        if (plans.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> sum = new LinkedHashMap<>();
        for (WorkPlanned plan : plans) {
            JsonForm.of(plan)
                    .forEach((name, value) -> sum.merge(name, value == null ? Absent.ABSENT : value, Plans::add));
        }
        sum.replaceAll((_name, value) -> value == Absent.ABSENT ? null : value);
        OF_EVERY_EVENT.forEach(sum::remove);
        return sum;
    }

    /** Stands for null where a map cannot hold it. */
    private enum Absent {
        ABSENT
    }

    private static Object add(Object one, Object other) {
        if (one instanceof Integer a && other instanceof Integer b) {
            return a + b;
        }
        if (one instanceof Long a && other instanceof Long b) {
            return a + b;
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            List<Object> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        }
        return one == Absent.ABSENT ? other : one;
    }
}

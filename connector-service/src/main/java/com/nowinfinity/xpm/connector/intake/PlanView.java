package com.nowinfinity.xpm.connector.intake;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as people see it: the fields of {@link WorkPlanned} without those that every event has. */
public final class PlanView {

    private static final List<String> OF_EVERY_EVENT = List.of("eventId", "businessId", "occurredAt", "forId");

    private PlanView() {}

    public static Map<String, @Nullable Object> of(WorkPlanned plan) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>(JsonForm.of(plan));
        OF_EVERY_EVENT.forEach(view::remove);
        return view;
    }
}

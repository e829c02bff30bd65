package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal's part of what happens after both sides agreed, through the portal's own door. */
public final class TimePasses {

    private final Site site;
    private final ServiceCalls calls;
    private final InstantSource clock;

    public TimePasses(Desk desk, InstantSource clock) {
        this.site = desk.site();
        this.calls = desk.calls();
        this.clock = clock;
    }

    /** @param edits as the simulator tells them, in order */
    public int inPortal(JsonNode edits) {
        int done = 0;
        for (JsonNode edit : edits) {
            String entityId = edit.path("entityId").asString();
            ObjectNode entity = (ObjectNode) calls.get(site.portal("/entities/" + entityId));
            edit.path("set").propertyStream().forEach(value -> entity.set(value.getKey(), value.getValue()));
            calls.change("PUT", site.portal("/entities/" + entityId), change(edit, entity), 200);
            done++;
        }
        return done;
    }

    private Map<String, @Nullable Object> change(JsonNode edit, ObjectNode entity) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("cause", edit.path("cause").asString());
        if (edit.path("lodgement").isString()) {
            String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
            change.put(
                    "lodgement",
                    Map.of("form", "484", "state", edit.path("lodgement").asString(), "effectiveDate", today));
        }
        change.put("entity", entity);
        return change;
    }
}

package com.nowinfinity.xpm.portal.pushes;

import com.nowinfinity.xpm.portal.frame.Form;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What the push form asks for; it travels in the address of the plan's page, so that the plan can be made again with
 * other people ticked.
 */
record Wish(String entityId, String scope, String groupMode, String group, boolean relationships, boolean documents) {

    static Wish of(String entityId, Form form) {
        String mode = form.text("groupMode");
        return new Wish(
                entityId,
                form.text("scope"),
                mode,
                form.text(mode.equals("NEW") ? "groupName" : "groupId"),
                form.isTicked("relationships"),
                form.isTicked("documents"));
    }

    static Wish of(MultiValueMap<String, String> query) {
        return new Wish(
                text(query, "entityId"),
                text(query, "scope"),
                text(query, "groupMode"),
                text(query, "group"),
                !text(query, "relationships").isEmpty(),
                !text(query, "documents").isEmpty());
    }

    /** Whether it asks for a group and does not say which. */
    boolean lacksGroup() {
        return !groupMode.equals("NONE") && group.isEmpty();
    }

    /** @param people to be taken in; null for those that are usual */
    Map<String, Object> request(@Nullable List<String> people) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of(
                "entityId", entityId,
                "scope", scope,
                "groupMode", groupMode,
                "relationships", relationships,
                "documents", documents,
                "preview", true));
        switch (groupMode) {
            case "EXISTING" -> request.put("groupId", group);
            case "NEW" -> request.put("groupName", group);
            default -> {}
        }
        if (people != null) {
            request.put("include", people);
        }
        return request;
    }

    /** For the address of the plan's page. */
    public String query() {
        return "entityId=" + encoded(entityId) + "&scope=" + encoded(scope) + "&groupMode=" + encoded(groupMode)
                + "&group=" + encoded(group) + (relationships ? "&relationships=on" : "")
                + (documents ? "&documents=on" : "");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? "" : value;
    }
}

package com.nowinfinity.xpm.access.doors;

import com.nowinfinity.xpm.access.PortalKeys;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token that is none of the portal's good ones: a line of {@code bad-tokens.txt}.
 *
 * @param how it is signed, or the text itself
 * @param header what differs from a good one's, null for what it leaves out
 * @param claims likewise; times are seconds from now
 */
public record BadToken(String name, String how, Map<String, Object> header, Map<String, Object> claims) {

    private static final JsonMapper JSON = new JsonMapper();

    public static List<BadToken> all() {
        return Lines.of("/bad-tokens.txt").stream()
                .map(cells -> new BadToken(cells.get(0), cells.get(1), members(cells.get(2)), members(cells.get(3))))
                .toList();
    }

    String made(PortalKeys portal, String scope, String businessId) {
        return how.startsWith("text ") ? how.substring(5) : portal.wrong(how, header, claims, scope, businessId);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(String json) {
        return json.isEmpty() ? Map.of() : JSON.readValue(json, Map.class);
    }
}

package com.nowinfinity.xpm.bus.registry;

import tools.jackson.databind.JsonNode;

/**
 * What the registry itself said, as JSON; whatever is not JSON did not come from it.
 *
 * @param status of HTTP, below 500
 */
record RegistryAnswer(int status, JsonNode body) {

    boolean isFound() {
        return status == 200;
    }

    /** Confluent's API tells an unknown thing from an unknown path by an error code in the body. */
    boolean isUnknown() {
        return status == 404 && body.path("error_code").asInt(0) >= 40400;
    }

    String message() {
        return body.path("message").asString("HTTP " + status);
    }
}

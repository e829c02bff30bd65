package com.nowinfinity.xpm.standalone.access;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code access.json} in the data folder; only its owner may read it. */
public final class AccessFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AccessFile() {}

    public static void write(Path file, Access access) {
        PrivateFiles.write(file, JSON.writeValueAsBytes(access));
    }

    public static Access read(Path file) {
        try {
            return JSON.readValue(file, Access.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "%s does not say how to reach the system: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }
}

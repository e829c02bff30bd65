package com.nowinfinity.xpm.portal.demonstration;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.portal.entities.EntityRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entities in the contract's form, one on each line; read as a stream, since a practice may have many. */
final class SeedFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private SeedFile() {}

    /** @throws WrongConfigurationException for a file that is missing, or a line that is no entity; names the line */
    static void read(Path file, Consumer<Stream<Entity>> reader) {
        int[] line = {0};
        try (Stream<String> lines = Files.lines(file)) {
            reader.accept(lines.filter(text -> ++line[0] > 0 && !text.isBlank()).map(SeedFile::entity));
        } catch (JacksonException | JsonForm.Mismatch | IllegalArgumentException e) {
            throw new WrongConfigurationException(
                    "portal.seed-file: line %d of %s is no entity (%s).".formatted(line[0], file, reason(e)));
        } catch (IOException | UncheckedIOException e) {
            throw new WrongConfigurationException("portal.seed-file: %s cannot be read.".formatted(file));
        }
    }

    private static Entity entity(String line) {
        Entity entity = JsonForm.read(JSON.readValue(line, OBJECT), Entity.class);
        String broken = EntityRules.broken(entity);
        if (broken != null) {
            throw new IllegalArgumentException(broken);
        }
        return entity;
    }

    private static String reason(RuntimeException e) {
        return e instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}

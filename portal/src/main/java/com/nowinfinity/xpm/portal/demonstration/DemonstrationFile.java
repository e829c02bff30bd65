package com.nowinfinity.xpm.portal.demonstration;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the demonstration file; strict, since a wrong one would only show itself at somebody's sign-in. */
final class DemonstrationFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DemonstrationFile() {}

    static Demonstration read(Path file) {
        if (!Files.isReadable(file)) {
            throw new WrongConfigurationException(
                    "portal.demonstration-file: %s cannot be read; name the file with the demonstration's users."
                            .formatted(file));
        }
        try {
            return checked(JSON.readValue(file.toFile(), Demonstration.class), file);
        } catch (JacksonException e) {
            throw new WrongConfigurationException(
                    "portal.demonstration-file: %s is not as expected: %s.".formatted(file, e.getOriginalMessage()));
        }
    }

    private static Demonstration checked(Demonstration demonstration, Path file) {
        List<Demonstration.Business> businesses = Objects.requireNonNullElse(demonstration.businesses(), List.of());
        boolean whole = !businesses.isEmpty()
                && businesses.stream()
                        .allMatch(business -> present(business.businessId(), business.name())
                                && business.users() != null
                                && business.users().stream().allMatch(user -> present(user.name(), user.scope())));
        if (!whole
                || businesses.stream()
                        .anyMatch(business -> business.businessId().contains("/"))) {
            throw new WrongConfigurationException(
                    ("portal.demonstration-file: %s must name at least one business; every business"
                                    + " a businessId without a slash, a name and users, every user a name and a scope.")
                            .formatted(file));
        }
        return demonstration;
    }

    private static boolean present(@Nullable String... texts) {
        return Stream.of(texts).allMatch(text -> text != null && !text.isBlank());
    }
}

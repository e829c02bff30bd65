package com.nowinfinity.xpm.portal.demonstration;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the demonstration comes from; asked for in its profile alone.
 *
 * @param demonstrationFile businesses and users, as JSON
 * @param seedFile the first business's entities at the first start, one JSON entity on each line; null for none
 */
@ConfigurationProperties("portal")
record DemonstrationProperties(
        @Nullable Path demonstrationFile, @Nullable Path seedFile) {

    Path presentDemonstrationFile() {
        if (demonstrationFile == null || demonstrationFile.toString().isBlank()) {
            throw new WrongConfigurationException("Set portal.demonstration-file (environment variable"
                    + " PORTAL_DEMONSTRATION_FILE): the businesses and users of the demonstration.");
        }
        return demonstrationFile;
    }

    @Nullable
    Path presentSeedFile() {
        return seedFile == null || seedFile.toString().isBlank() ? null : seedFile;
    }
}

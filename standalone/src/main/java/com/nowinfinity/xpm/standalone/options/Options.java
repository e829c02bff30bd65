package com.nowinfinity.xpm.standalone.options;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code ./run}.
 *
 * @param dataDir null for a temporary folder that is removed at the end
 * @param portBase the portal's port, all others lie at their usual distance from it; null for free ports
 * @param workers sync-workers in all
 * @param connectors connector-services in all; people and workers use the first
 * @param clients active clients of the simulated practice
 * @param seed of the simulated practice
 * @param quota what XPM allows, as the simulator enforces it and the workers keep it
 * @param xero null for the simulator
 * @param once whether to do the main job and end
 * @param reportDir where the main job puts its report files
 */
public record Options(
        @Nullable Path dataDir,
        @Nullable Integer portBase,
        int workers,
        int connectors,
        int clients,
        long seed,
        Quota quota,
        @Nullable Xero xero,
        boolean once,
        Path reportDir) {

    /** Calls of one organisation; the window is what counts as a minute. */
    public record Quota(Duration window, int perMinute, int perDay) {}
}

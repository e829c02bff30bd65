package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/**
 * How the practice files a client.
 *
 * @param partner XPM's AccountManager
 * @param manager XPM's JobManager
 * @param webUrl the client's page in XPM
 */
public record PracticeDetails(
        @Nullable StaffReference partner,
        @Nullable StaffReference manager,
        @Nullable String clientCode,
        @Nullable String exportCode,
        @Nullable String webUrl) {

    public static final PracticeDetails NONE = new PracticeDetails(null, null, null, null, null);
}

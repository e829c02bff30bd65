package com.nowinfinity.xpm.portal.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token for somebody of the demonstration.
 *
 * @param user a name from the demonstration file
 * @param scope instead of the user's own, so that a refusal can be tried
 * @param businessIds instead of the user's own, likewise
 * @param expiresIn seconds, 12 hours when absent; negative for a token that has expired
 */
record TokenRequest(
        @Nullable String user,
        @Nullable String scope,
        @Nullable List<String> businessIds,
        @Nullable Long expiresIn) {}

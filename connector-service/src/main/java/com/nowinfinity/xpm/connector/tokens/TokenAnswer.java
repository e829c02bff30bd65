package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.connector.secrets.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking Xero for tokens. */
public sealed interface TokenAnswer {

    /**
     * Tokens.
     *
     * @param refresh null where Xero gave no new one: the old one stays good
     * @param xeroUserId whose tokens they are; empty where Xero does not say
     * @param authEventId of the consent behind them; null where Xero does not say
     */
    record Granted(
            Secret access,
            @Nullable Secret refresh,
            Instant expiresAt,
            String xeroUserId,
            @Nullable String authEventId) implements TokenAnswer {}

    /** {@code invalid_grant}: the code or refresh token is used up, ended or revoked. */
    record Refused() implements TokenAnswer {}

    /**
     * No usable answer.
     *
     * @param reason for the log: an error code or a kind of failure, never a token
     */
    record Failed(String reason) implements TokenAnswer {}
}

package com.nowinfinity.xpm.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a person saw when deciding, as {@code expectedHash} of an action says it. */
public final class SeenValues {

    private SeenValues() {}

    /** SHA-256, in lower-case hex, of both values with a line feed between them; an absent value is empty. */
    public static String hash(@Nullable String nowInfinity, @Nullable String xpm) {
        String seen = (nowInfinity == null ? "" : nowInfinity) + "\n" + (xpm == null ? "" : xpm);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}

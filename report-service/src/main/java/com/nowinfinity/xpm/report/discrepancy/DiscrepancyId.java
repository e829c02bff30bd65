package com.nowinfinity.xpm.report.discrepancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes the id of a discrepancy out of what it is about: 32 hexadecimal digits, the same in every run. */
final class DiscrepancyId {

    private static final int BYTES = 16;

    private DiscrepancyId() {}

    /** @param again 1 for the first difference of this kind and field in a pair, 2 for the second, and so on */
    static String of(
            String businessId,
            @Nullable String entityId,
            @Nullable String clientId,
            String kind,
            @Nullable String field,
            int again) {
        MessageDigest digest = sha256();
        for (String part : Arrays.asList(businessId, entityId, clientId, kind, field, Integer.toString(again))) {
            // The length stands before each part, so that no two lists of parts are the same bytes.
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + (part == null ? "-" : "+")).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

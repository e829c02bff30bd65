package com.nowinfinity.xpm.notification.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links that end the mail of one person without a login: whoever holds one got it in a mail of hers. */
final class UnsubscribeLinks {

    static final String PATH = "/notifications/unsubscribe";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private final Letterhead letterhead;

    UnsubscribeLinks(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    URI of(String sub) {
        String person = ENCODER.encodeToString(sub.getBytes(StandardCharsets.UTF_8));
        String base = letterhead.publicUri().toString().replaceFirst("/+$", "");
        return URI.create(base + PATH + "?token=" + person + "." + ENCODER.encodeToString(signature(sub)));
    }

    /** Whose link it is; nothing when we did not sign it. */
    Optional<String> person(String token) {
        int dot = token.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            String sub = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] offered = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(offered, signature(sub)) ? Optional.of(sub) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private byte[] signature(String sub) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(letterhead.linkSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("unsubscribe/" + sub).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

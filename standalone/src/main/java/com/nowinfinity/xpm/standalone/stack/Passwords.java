package com.nowinfinity.xpm.standalone.stack;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** For machines: 32 random bytes. */
    static String secret() {
        return random(32);
    }

    /** For people, who have to type it: 9 random bytes as 12 letters and digits. */
    static String password() {
        return random(9);
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

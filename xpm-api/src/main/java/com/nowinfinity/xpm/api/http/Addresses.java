package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.verdict.ErrorText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that are safe to call. */
final class Addresses {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Without a trailing slash; a token never travels in the clear, except within this machine. */
    static URI requireSafe(String property, URI uri) {
        boolean encrypted = "https".equals(uri.getScheme());
        boolean local = "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        boolean plain = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!plain || !(encrypted || local)) {
            throw new IllegalArgumentException(property + " has to be an https address without user, query and "
                    + "fragment (http only to this machine), not " + uri.getScheme() + "://" + uri.getHost() + ".");
        }
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }

    /** False for ids that XPM cannot have, which need no call to be known as such. */
    static boolean isIdentifier(String id) {
        return IDENTIFIER.matcher(id).matches();
    }

    /** An id as part of a path. One that XPM cannot have is declined here the way XPM would. */
    static String segment(String id) {
        if (!isIdentifier(id)) {
            throw new Rejected(404, "Invalid identifier " + ErrorText.excerpt(id), Allowance.UNSAID);
        }
        return id;
    }

    static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

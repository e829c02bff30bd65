package com.nowinfinity.xpm.report.rendering;

import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses a report may turn into links. They come from XPM's answers, so they are not to be trusted. */
final class WebAddress {

    private static final int GREATEST_LENGTH = 2_000;

    private WebAddress() {}

    /** True for an https address of a host, without a user in it. */
    static boolean isSafe(String address) {
        if (address.length() > GREATEST_LENGTH) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

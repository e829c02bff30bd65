package com.nowinfinity.xpm.notification.mail;

import java.net.URI;

/** What every letter has in common. */
record Letterhead(String from, URI portalUri, URI publicUri, String linkSecret) {

    @Override
    public String toString() {
        return "Letterhead[from=" + from + "]";
    }
}

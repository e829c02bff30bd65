package com.nowinfinity.xpm.api.http;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/** An answer as it arrives. Whoever opened it closes it. */
record WireReply(int status, HttpHeaders headers, InputStream body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}

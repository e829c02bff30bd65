package com.nowinfinity.xpm.api.http;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log would show. */
final class Throwables {

    private Throwables() {}

    static String print(Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        return printed.toString();
    }
}

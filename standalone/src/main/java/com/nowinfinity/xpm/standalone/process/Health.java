package com.nowinfinity.xpm.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** How a process is, asked over HTTP. */
public enum Health {
    /** It does not answer: it is not there, or still starting. */
    SILENT,
    /** It answers, but waits for something, perhaps for another process. Spring Boot says 503. */
    WAITING,
    /** All is well. */
    UP;

    private static final int CONNECT_MILLIS = 1_000;

    /** Sends a GET; everything but 200 in time is less than well. */
    public static Health at(URI address, Duration patience) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? UP : WAITING;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return SILENT;
        }
    }
}

package com.nowinfinity.xpm.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a process over HTTP whether it is in order. */
public final class Health {

    private static final int CONNECT_MILLIS = 1_000;

    private Health() {}

    /** Whether a GET is answered with 200 in time. Spring Boot's health says 503 for everything but UP. */
    public static boolean answers(URI address, Duration patience) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}

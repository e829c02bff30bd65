package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.xml.PersonDates;
import java.net.URI;
import java.time.Duration;

/**
 * Where XPM is and how long we wait for it.
 *
 * @param apiUri ends in the version, {@code …/practicemanager/3.1}
 * @param single for all answers but the client list
 * @param list for the list of all clients, which takes minutes and tens of megabytes in large practices
 */
public record XpmApiConfiguration(
        URI apiUri, Duration connectTimeout, Bounds single, Bounds list, PersonDates personDates) {

    public XpmApiConfiguration {
        apiUri = Addresses.requireSafe("xpm.api-uri", apiUri);
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("The connect timeout of calls to XPM has to be positive.");
        }
    }

    /** For a list of what has changed: as large as it comes, but no longer than any other answer. */
    Bounds changes() {
        return new Bounds(single.deadline(), list.maxBytes());
    }

    /** 5 s to connect, 30 s and 8 MB for an answer, 15 minutes and 1 GB for the client list. */
    public static XpmApiConfiguration of(URI apiUri) {
        return new XpmApiConfiguration(
                apiUri,
                Duration.ofSeconds(5),
                new Bounds(Duration.ofSeconds(30), 8L << 20),
                new Bounds(Duration.ofMinutes(15), 1L << 30),
                PersonDates.ISO);
    }
}

package com.nowinfinity.xpm.portal.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing passwords slow: after some failures for one name, or more of them from one address, sign-in is closed
 * to it for a while, whatever the password. Remembers a bounded number of names and addresses, in this process.
 */
final class GuessLimit {

    static final Duration PAUSE = Duration.ofMinutes(5);
    static final int TRIES_OF_NAME = 5;
    static final int TRIES_FROM_ADDRESS = 30;
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    GuessLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    synchronized boolean isClosed(String name, String address) {
        return count(ofName(name)) >= TRIES_OF_NAME || count(ofAddress(address)) >= TRIES_FROM_ADDRESS;
    }

    synchronized void failed(String name, String address) {
        add(ofName(name));
        add(ofAddress(address));
    }

    synchronized void succeeded(String name) {
        failures.remove(ofName(name));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || known.last().plus(PAUSE).isBefore(clock.instant()) ? 0 : known.count();
    }

    private void add(String key) {
        int before = count(key);
        failures.remove(key); // so that it counts as the youngest
        failures.put(key, new Failures(before + 1, clock.instant()));
    }

    private static String ofName(String name) {
        return "name " + name.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String ofAddress(String address) {
        return "address " + address;
    }
}

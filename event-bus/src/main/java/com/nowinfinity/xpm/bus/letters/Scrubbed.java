package com.nowinfinity.xpm.bus.letters;

import java.util.regex.Pattern;

/** Text from a failure, without what could be a secret or a person's number, and on one line. */
public final class Scrubbed {

    private static final int LONGEST = 500;
    private static final String GONE = "[removed]";

    /** A JSON web token, or whatever follows {@code Bearer} or {@code Basic}. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+\\S+|\\beyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*){0,2}");

    /** {@code name=value} and {@code "name": "value"} of what is secret by its name. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\\b\\w*(?:token|secret|password|code|verifier|keyset|tfn)\\w*\"?\\s*[=:]\\s*)\"?[^\\s\"&,;}]+\"?");

    /** Eight digits or more, in groups or not: a tax file number is one of these. */
    private static final Pattern DIGITS = Pattern.compile("\\b\\d(?:[ -]?\\d){7,}\\b");

    private Scrubbed() {}

    public static String text(String raw) {
        String line = raw.substring(0, Math.min(raw.length(), LONGEST)).replaceAll("\\p{Cntrl}+", " ");
        line = CREDENTIAL.matcher(line).replaceAll(GONE);
        line = NAMED.matcher(line).replaceAll("$1" + GONE);
        return DIGITS.matcher(line).replaceAll(GONE);
    }
}

package com.nowinfinity.xpm.standalone.mainjob.calls;

import java.util.Optional;

/** Reads server-sent events line by line and gives the text of those named {@code notification}. */
final class EventLines {

    private static final String WANTED = "notification";

    private String name = "";
    private final StringBuilder text = new StringBuilder();

    /** The text of a whole event, when this line ends one. */
    Optional<String> next(String line) {
        if (line.isEmpty()) {
            Optional<String> whole =
                    name.equals(WANTED) && !text.isEmpty() ? Optional.of(text.toString()) : Optional.empty();
            name = "";
            text.setLength(0);
            return whole;
        }
        if (line.startsWith("event:")) {
            name = value(line, "event:");
        } else if (line.startsWith("data:")) {
            text.append(text.isEmpty() ? "" : "\n").append(value(line, "data:"));
        }
        return Optional.empty();
    }

    private static String value(String line, String field) {
        String value = line.substring(field.length());
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}

package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values by RFC 4180, and takes away the apostrophe that keeps a value from being a formula. */
final class CsvLines {

    private static final String GUARDED = "=+-@\t\r\n\0";

    private final List<List<String>> lines = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> line = new ArrayList<>();

    private CsvLines() {}

    static List<List<String>> read(String text) {
        CsvLines csv = new CsvLines();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                csv.value.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                csv.value.append(c);
            } else {
                csv.plain(c);
            }
        }
        return csv.lines;
    }

    private void plain(char c) {
        switch (c) {
            case ',' -> endValue();
            case '\n' -> {
                endValue();
                lines.add(line);
                line = new ArrayList<>();
            }
            case '\r' -> {}
            default -> value.append(c);
        }
    }

    private void endValue() {
        boolean isGuarded = value.length() > 1 && value.charAt(0) == '\'' && GUARDED.indexOf(value.charAt(1)) >= 0;
        line.add(isGuarded ? value.substring(1) : value.toString());
        value.setLength(0);
    }
}

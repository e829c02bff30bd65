package com.nowinfinity.xpm.report.rendering;

/** Values that come from other people's records, made harmless for the program that opens the report. */
final class SafeText {

    /** Excel refuses a file with a longer text in a cell. */
    static final int GREATEST_CELL = 32_767;

    private static final String FORMULA_STARTS = "=+-@\t\r\n\0";
    private static final String CUT = "… (cut)";

    private SafeText() {}

    /** Never a formula, by an apostrophe before what could start one; quoted where RFC 4180 wants it. */
    static String forCsv(String value) {
        boolean couldBeFormula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String inert = couldBeFormula ? "'" + value : value;
        boolean needsQuotes = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needsQuotes ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }

    /** At most what a cell takes. A cell of type text is never read as a formula, so nothing is put before it. */
    static String forSpreadsheet(String value) {
        if (value.length() <= GREATEST_CELL) {
            return value;
        }
        int end = GREATEST_CELL - CUT.length();
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    static String forHtml(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case 0 -> safe.append('\uFFFD');
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}

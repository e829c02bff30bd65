package com.nowinfinity.xpm.report.rendering;

/** Values that come from other people's records, made harmless for the program that opens the report. */
final class SafeText {

    /** Excel refuses a file with a longer text in a cell. */
    static final int GREATEST_CELL = 32_767;

    private static final String FORMULA_STARTS = "=+-@\t\r\n\0";
    private static final String CUT = "… (cut)";
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /** Never a formula, by an apostrophe before what could start one; quoted where RFC 4180 wants it. */
    static String forCsv(String value) {
        boolean couldBeFormula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String shown = cut(visible(value), GREATEST_CELL - 1);
        String inert = couldBeFormula ? "'" + shown : shown;
        boolean needsQuotes = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needsQuotes ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }

    /** At most what a cell takes. A cell of type text is never read as a formula, so nothing is put before it. */
    static String forSpreadsheet(String value) {
        return cut(visible(value), GREATEST_CELL);
    }

    private static String cut(String value, int greatest) {
        if (value.length() <= greatest) {
            return value;
        }
        int end = greatest - CUT.length();
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /**
     * What a file cannot carry, or what would turn its neighbours around, stands there as a replacement character: control
     * characters but tabs and line breaks, halves of characters, and the controls that override or embed a direction. Marks
     * of a direction stay: they move nothing but their own word.
     */
    static String visible(String value) {
        return value.codePoints().allMatch(SafeText::isHarmless)
                ? value
                : value.codePoints()
                        .map(c -> isHarmless(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHarmless(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return true;
        }
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !turns && !half && c != 0xFFFE && c != 0xFFFF;
    }

    static String forHtml(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 16);
        visible(value).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}

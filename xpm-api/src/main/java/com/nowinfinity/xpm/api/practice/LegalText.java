package com.nowinfinity.xpm.api.practice;

/** Text that XML 1.0 can carry. */
public final class LegalText {

    private LegalText() {}

    /** Without control characters (tab and line ends stay), lone surrogates and non-characters. */
    public static String of(String text) {
        if (text.codePoints().allMatch(LegalText::isLegal)) {
            return text;
        }
        return text.codePoints()
                .filter(LegalText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static boolean isLegal(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}

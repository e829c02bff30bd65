package com.nowinfinity.xpm.api.verdict;

import com.nowinfinity.xpm.api.xml.ResponseReader;
import com.nowinfinity.xpm.api.xml.XmlResponse.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the reason in the body of an error, in whichever of XPM's forms it comes. It never fails. */
public final class ErrorText {

    static final String NONE = "no reason given";

    private static final int LONGEST = 200;
    private static final List<String> JSON_FIELDS =
            List.of("errorDescription", "ErrorDescription", "Detail", "detail", "Title", "title", "message", "error");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** No word of a reason is so long, but every access token is: somebody may quote what he was sent. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{61,}");

    /** What may be a tax file number, which belongs into no reason; the last three digits still say which one is meant. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{3} ?[0-9]{2,3} ?([0-9]{3})(?![0-9])");

    private ErrorText() {}

    /** One line of at most 200 characters; only what stands in a field meant for it, never a body as such. */
    static String of(byte[] body, Charset charset) {
        String text = fromXml(body, charset);
        return excerpt(text != null ? text : fromJson(body));
    }

    /** One readable line of XPM's words, without anything that could forge or hide lines of a log. */
    public static String excerpt(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        String line = text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(ErrorText::isPrintable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" {2,}", " ");
        if (line.isEmpty()) {
            return NONE;
        }
        String withoutTokens = TOKEN.matcher(line).replaceAll("…");
        return cut(NUMBER.matcher(withoutTokens).replaceAll("…$1"));
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    private static @Nullable String fromXml(byte[] body, Charset charset) {
        try {
            Part nothing = new Part(null, Set.of(), element -> {});
            return ResponseReader.read(new ByteArrayInputStream(body), charset, nothing)
                    .problem();
        } catch (IOException | RuntimeException notXml) {
            return null;
        }
    }

    private static @Nullable String fromJson(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            for (String field : JSON_FIELDS) {
                JsonNode value = root.path(field);
                if (value.isString() && !value.stringValue().isBlank()) {
                    return value.stringValue();
                }
            }
            return null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}

package com.nowinfinity.xpm.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in.
 *
 * @param path decoded, without query
 * @param query the raw query, empty when there is none
 * @param headers first values by lower-case name
 */
public record Request(String method, String path, String query, Map<String, String> headers, InputStream body) {

    /** The largest body taken: a document of 25 MB in base 64 and what stands around it. */
    private static final int LARGEST_BODY = 36 * 1024 * 1024;

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Query parameters by name as written; of repeated ones the first. */
    public Map<String, String> parameters() {
        return decode(query);
    }

    /** A query parameter whose name is compared without case. */
    public @Nullable String parameter(String name) {
        for (Map.Entry<String, String> entry : parameters().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The fields of a form that was sent as the body. */
    public Map<String, String> form() throws IOException {
        return decode(new String(bytes(), StandardCharsets.UTF_8));
    }

    /** Every value of one field of a form. */
    public static List<String> valuesOf(String form, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && text(pair.substring(0, equals)).equals(name)) {
                values.add(text(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    /** The whole body; {@link BodyTooLargeException} beyond what the simulator takes. */
    public byte[] bytes() throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new BodyTooLargeException();
        }
        return bytes;
    }

    /** The same request with its body read to the end. */
    public Request whole() throws IOException {
        return new Request(method, path, query, headers, new ByteArrayInputStream(bytes()));
    }

    /** Whether a person's browser asks, as far as one can tell. */
    public boolean wantsHtml() {
        return header("accept").orElse("").contains("text/html");
    }

    public static Map<String, String> decode(String encoded) {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded.putIfAbsent(text(pair.substring(0, equals)), text(pair.substring(equals + 1)));
            }
        }
        return decoded;
    }

    private static String text(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }

    /** More than the simulator takes. */
    public static final class BodyTooLargeException extends IOException {}
}

package com.nowinfinity.xpm.worker.documents;

import java.util.List;
import java.util.Locale;

/**
 * Which documents are sent at all, by their content type.
 *
 * @param patterns types as {@code application/pdf}, or beginnings of types as {@code image/*}
 */
public record DocumentTypes(List<String> patterns) {

    public DocumentTypes {
        patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean allow(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                        : type.equals(pattern));
    }
}

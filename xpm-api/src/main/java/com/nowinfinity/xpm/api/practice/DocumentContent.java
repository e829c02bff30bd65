package com.nowinfinity.xpm.api.practice;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a document, which can be opened again for a second attempt.
 *
 * @param size in bytes; content that turns out longer or shorter is not sent
 */
public record DocumentContent(long size, Source source) {

    public DocumentContent {
        if (size < 0) {
            throw new IllegalArgumentException("A size is not negative.");
        }
    }

    /** Opens the content from its beginning; who opens it closes it. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}

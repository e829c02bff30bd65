package com.nowinfinity.xpm.api.xml;

import java.io.IOException;

/** A body that is not what XPM sends. It names the shape, never the content, and has no cause that might. */
public final class UnreadableAnswer extends IOException {

    private final String shape;

    public UnreadableAnswer(String shape) {
        super(shape);
        this.shape = shape;
    }

    /** What is wrong, as a sentence. */
    public String shape() {
        return shape;
    }
}

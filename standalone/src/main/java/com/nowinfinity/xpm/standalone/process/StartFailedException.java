package com.nowinfinity.xpm.standalone.process;

import java.nio.file.Path;

/** The system cannot be started: one sentence, and the last lines that the process at fault wrote. */
public final class StartFailedException extends RuntimeException {

    public StartFailedException(String sentence) {
        super(sentence);
    }

    static StartFailedException of(String sentence, Path log) {
        return new StartFailedException("%s See %s:%n%s".formatted(sentence, log, LogTail.of(log)));
    }
}

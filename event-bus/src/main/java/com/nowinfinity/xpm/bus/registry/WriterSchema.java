package com.nowinfinity.xpm.bus.registry;

import java.time.Duration;
import org.apache.avro.Schema;

/** What is known of the schema that a record names. */
sealed interface WriterSchema {

    /** It is here. */
    record Known(Schema schema) implements WriterSchema {}

    /** The registry has it, and it is nothing that we can read with; no repetition helps. */
    record Unusable(String reason) implements WriterSchema {}

    /** The registry has said often enough that there is none. */
    record Missing() implements WriterSchema {}

    /** The registry says that there is none, and has to say so again after a while. */
    record Doubtful(Duration askAgainIn) implements WriterSchema {}
}

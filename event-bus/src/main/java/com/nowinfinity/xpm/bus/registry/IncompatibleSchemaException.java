package com.nowinfinity.xpm.bus.registry;

/** The registry refuses a schema because of the versions that its subject has. */
public final class IncompatibleSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String subject, String reason) {
        super("the registry refuses the schema of " + subject + ": " + reason);
    }
}

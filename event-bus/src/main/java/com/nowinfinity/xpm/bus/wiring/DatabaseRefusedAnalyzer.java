package com.nowinfinity.xpm.bus.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence that its database keeps a service from starting. Here because every service has this library; it
 * knows the driver's exceptions by name, because the library itself has no driver. Their texts are not shown: some hold
 * addresses and users.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseRefusedAnalyzer implements FailureAnalyzer {

    private static final String SETTING = "mongodb.uri (environment variable MONGODB_URI)";
    private static final String UNAUTHORIZED = "error 13 (Unauthorized)";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new FailureAnalysis(sentence, null, cause);
            }
        }
        return null;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause.getClass().getName()) {
            case "com.mongodb.MongoSecurityException" -> "MongoDB refuses the credentials in " + SETTING + ".";
            case "com.mongodb.MongoTimeoutException",
                    "com.mongodb.MongoSocketException",
                    "com.mongodb.MongoSocketOpenException",
                    "com.mongodb.MongoSocketReadException" ->
                "MongoDB does not answer at the address in " + SETTING + ".";
            case "com.mongodb.MongoCommandException" ->
                String.valueOf(cause.getMessage()).contains(UNAUTHORIZED)
                        ? "MongoDB does not let the user of " + SETTING + " read and write the service's database."
                        : null;
            default -> null;
        };
    }
}

package com.nowinfinity.xpm.access;

import com.nowinfinity.xpm.events.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What is wrong with a body, said in terms of the JSON that was sent, never of our classes. */
final class BodyProblems {

    private BodyProblems() {}

    /** Looks through the causes; null where none of them is about a body. */
    static @Nullable ProblemException of(Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 12; cause = cause.getCause(), depth++) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case JsonForm.Mismatch mismatch -> {
                    return invalid("invalid-field", mismatch.getMessage()).with("path", mismatch.path());
                }
                case DataBufferLimitException _tooLarge -> {
                    return new ProblemException(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-large",
                            "Request too large",
                            "The body is larger than this call takes.");
                }
                // A body's record refuses itself in its constructor; Jackson wraps that.
                case JacksonException json
                when !(json.getCause() instanceof ProblemException) -> {
                    return ofJson(json);
                }
                default -> {}
            }
        }
        return null;
    }

    private static ProblemException ofJson(JacksonException error) {
        return switch (error) {
            case PropertyBindingException unknown -> at(unknown, "unknown-field", "unknown field");
            case InvalidFormatException wrong -> at(wrong, "invalid-field", "not a value of the expected form");
            case MismatchedInputException wrong when isCutShort(wrong) -> malformed();
            case MismatchedInputException wrong -> at(wrong, "invalid-field", "not of the expected type");
            case StreamReadException read
            when isDuplicate(read) -> invalid("duplicate-field", "The JSON names a field twice.");
            case InputCoercionException wrong -> at(wrong, "invalid-field", "not a value of the expected form");
            case StreamReadException _malformed -> malformed();
            default -> at(error, "invalid-field", "not acceptable");
        };
    }

    private static boolean isDuplicate(StreamReadException error) {
        return error.getOriginalMessage() != null && error.getOriginalMessage().startsWith("Duplicate");
    }

    private static boolean isCutShort(MismatchedInputException error) {
        return error.getPath().isEmpty() && error.getCurrentToken() == null;
    }

    private static ProblemException malformed() {
        return invalid("malformed-json", "The body is not well-formed JSON.");
    }

    private static ProblemException at(JacksonException error, String code, String reason) {
        String path = path(error);
        return invalid(code, path.isEmpty() ? "The body is " + reason + "." : path + ": " + reason)
                .with("path", path);
    }

    private static ProblemException invalid(String code, @Nullable String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, code, "Invalid request", detail == null ? "The body is invalid." : detail);
    }

    private static String path(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}

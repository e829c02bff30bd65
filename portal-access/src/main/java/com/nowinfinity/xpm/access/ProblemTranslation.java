package com.nowinfinity.xpm.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/** Every exception as a problem. What nobody foresaw is a 500 with an id that the log has too, and nothing else. */
final class ProblemTranslation {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemTranslation.class);
    private static final Duration KEYS_RETRY = Duration.ofSeconds(5);

    private final List<ProblemSource> sources;
    private final Supplier<UUID> ids;

    ProblemTranslation(List<ProblemSource> sources, Supplier<UUID> ids) {
        this.sources = List.copyOf(sources);
        this.ids = ids;
    }

    ProblemException problemOf(Throwable error) {
        if (error instanceof ProblemException problem) {
            return problem;
        }
        for (ProblemSource source : sources) {
            ProblemException problem = source.problemOf(error);
            if (problem != null) {
                return problem;
            }
        }
        ProblemException body = BodyProblems.of(error);
        return body == null ? general(error) : body;
    }

    private ProblemException general(Throwable error) {
        return switch (error) {
            case AuthenticationServiceException _unavailable -> {
                LOG.warn("The portal's keys cannot be read: {}", rootMessage(error));
                yield new ProblemException(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "portal-keys-unavailable",
                                "Temporarily unavailable",
                                "The portal's signing keys cannot be read at the moment.")
                        .retryAfter(KEYS_RETRY);
            }
            case AuthenticationException _unauthorized -> unauthorized();
            case AccessDeniedException _denied ->
                new ProblemException(
                        HttpStatus.FORBIDDEN, "forbidden", "Forbidden", "The token's scope does not allow this call.");
            case ErrorResponse response -> ofStatus(response, error);
            // Parts of a form that are none; what is wrong with JSON has been said before.
            case DecodingException _malformed ->
                new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "malformed-body",
                        "Invalid request",
                        "The body is not of the form that its type says.");
            default -> unforeseen(error);
        };
    }

    private static ProblemException unauthorized() {
        return new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Unauthorized",
                        "A valid bearer token of the portal is needed.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    private ProblemException ofStatus(ErrorResponse response, Throwable error) {
        HttpStatusCode status = response.getStatusCode();
        HttpStatus known = HttpStatus.resolve(status.value());
        if (status.is5xxServerError() || known == null) {
            return unforeseen(error);
        }
        return new ProblemException(
                status, code(known), known.getReasonPhrase(), detail(known), Map.of(), response.getHeaders(), error);
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid-request";
            case CONTENT_TOO_LARGE, PAYLOAD_TOO_LARGE -> "too-large";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        };
    }

    private static @Nullable String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "A parameter, header or the body is missing or not of the expected form.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a media type that this call does not take.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in a media type that was asked for.";
            case CONTENT_TOO_LARGE, PAYLOAD_TOO_LARGE -> "The body is larger than this call takes.";
            default -> null;
        };
    }

    private ProblemException unforeseen(Throwable error) {
        UUID id = ids.get();
        LOG.error("Unforeseen error {}", id, error);
        return new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Internal error",
                        "Something went wrong on our side.")
                .with("errorId", id.toString());
    }

    private static @Nullable String rootMessage(Throwable error) {
        Throwable root = error;
        for (int depth = 0; root.getCause() != null && depth < 12; depth++) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}

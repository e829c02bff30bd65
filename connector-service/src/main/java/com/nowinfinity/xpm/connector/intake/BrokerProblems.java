package com.nowinfinity.xpm.connector.intake;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.access.ProblemSource;
import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Says that what was handed in is not accepted now, and when to come again. */
final class BrokerProblems implements ProblemSource {

    private static final Duration RETRY = Duration.ofSeconds(5);

    @Override
    public @Nullable ProblemException problemOf(Throwable error) {
        return switch (error) {
            case BrokerUnavailableException _broker ->
                unavailable("broker-unavailable", "Events cannot be accepted at the moment; nothing was done.");
            case MongoTimeoutException _database ->
                unavailable("database-unavailable", "The database cannot be reached at the moment.");
            case MongoSocketException _database ->
                unavailable("database-unavailable", "The database cannot be reached at the moment.");
            default -> null;
        };
    }

    private static ProblemException unavailable(String code, String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, code, "Temporarily unavailable", detail)
                .retryAfter(RETRY);
    }
}

package com.nowinfinity.xpm.portal.demonstration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.portal.keys.TokenIssuer;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tokens without a password; there only while the portal demonstrates itself. */
@RestController
@Profile("demonstration")
class DemonstrationTokens {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Demonstration demonstration;
    private final TokenIssuer issuer;

    DemonstrationTokens(Demonstration demonstration, TokenIssuer issuer) {
        this.demonstration = demonstration;
        this.issuer = issuer;
    }

    /** The answer, in OAuth's own spelling. */
    record Token(@JsonProperty("access_token") String accessToken) {

        @Override
        public String toString() {
            return "Token(***)";
        }
    }

    @PostMapping("/demo/token")
    Token token(@RequestBody TokenRequest request) {
        if (request.user() == null || request.user().isBlank()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-request", "User is missing", "Say whose token it shall be: user.");
        }
        Demonstration.Membership member = demonstration
                .member(request.user())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "user-unknown",
                        "No such user",
                        "The demonstration has no user of this name; access.json lists them."));
        String name = member.user().name();
        return new Token(issuer.issue(
                name,
                member.user().email(),
                Objects.requireNonNullElse(request.businessIds(), member.businessIds()),
                Objects.requireNonNullElse(request.scope(), member.user().scope()),
                life(request)));
    }

    private static Duration life(TokenRequest request) {
        if (request.expiresIn() == null) {
            return LIFE;
        }
        if (Math.abs(request.expiresIn()) > LONGEST.toSeconds()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "Life too long",
                    "expiresIn is in seconds, at most a year.");
        }
        return Duration.ofSeconds(request.expiresIn());
    }
}

package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The workers' way to access tokens; see docs/inside-edges.md. */
@RestController
class AccessTokenController {

    private final AccessTokens tokens;

    AccessTokenController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    record Wanted(Long epoch, @Nullable String rejected) {
        Wanted {
            ProblemException.required(epoch, "epoch");
        }
    }

    /** Prints nothing of the token. */
    record Given(String accessToken, Instant expiresAt, String tenantId, long epoch) {
        @Override
        public String toString() {
            return "Given[" + tenantId + ", " + epoch + "]";
        }
    }

    @PostMapping("/internal/businesses/{businessId}/access-token")
    Given accessToken(@PathVariable String businessId, @RequestBody Wanted wanted) {
        AccessTokens.Access access = tokens.tokenFor(businessId, wanted.epoch(), wanted.rejected());
        return new Given(access.token().value(), access.expiresAt(), access.tenantId(), access.epoch());
    }
}

package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Diagnosis;
import com.nowinfinity.xpm.connector.connection.Arrival.Outcome;
import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.connector.tokens.TokenAnswer;
import com.nowinfinity.xpm.connector.tokens.XeroIdentity;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes people back from Xero's page. A flow is used up before Xero is asked for anything. */
final class Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);

    private final Flows flows;
    private final XeroIdentity identity;
    private final Connecting connecting;
    private final InstantSource clock;

    Callback(Flows flows, XeroIdentity identity, Connecting connecting, InstantSource clock) {
        this.flows = flows;
        this.identity = identity;
        this.connecting = connecting;
        this.clock = clock;
    }

    /** What Xero put into the address, and the browser's cookie. */
    record Query(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String cookie) {

        Query {
            state = orNull(state);
            code = orNull(code);
            error = orNull(error);
            cookie = orNull(cookie);
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        /** Holds a code. */
        @Override
        public String toString() {
            return "Query[error=" + error + "]";
        }
    }

    Arrival take(Query query) {
        Secret state = query.state() == null ? null : new Secret(query.state());
        Flow flow = state == null ? null : flows.find(state);
        if (state == null || flow == null || !isOpen(flow, query.cookie()) || !flows.use(state)) {
            return new Arrival.Unknown();
        }
        return new Arrival.Returned(outcome(flow, query));
    }

    private boolean isOpen(Flow flow, @Nullable String cookie) {
        return cookie != null
                && clock.instant().isBefore(flow.expiresAt())
                && Digests.same(flow.cookieDigest(), Digests.sha256(cookie));
    }

    private Outcome outcome(Flow flow, Query query) {
        if (query.error() != null) {
            return connecting.diagnosed(flow.businessId(), diagnosis(query.error()));
        }
        if (query.code() == null) {
            return connecting.diagnosed(flow.businessId(), Diagnosis.XERO_FAILED);
        }
        return switch (identity.exchange(new Secret(query.code()), flow.verifier())) {
            case TokenAnswer.Granted granted -> connecting.granted(flow.businessId(), flow.person(), granted);
            case TokenAnswer.Refused _refused -> failed(flow, "invalid_grant");
            case TokenAnswer.Failed failed -> failed(flow, failed.reason());
        };
    }

    private Outcome failed(Flow flow, String reason) {
        LOG.warn("No tokens for the consent of business {}: {}", flow.businessId(), reason);
        Diagnosis diagnosis = reason.equals("invalid_scope") ? Diagnosis.INVALID_SCOPE : Diagnosis.XERO_FAILED;
        return connecting.diagnosed(flow.businessId(), diagnosis);
    }

    private static Diagnosis diagnosis(String error) {
        return switch (error) {
            case "access_denied" -> Diagnosis.DECLINED;
            case "invalid_scope" -> Diagnosis.INVALID_SCOPE;
            default -> Diagnosis.XERO_FAILED;
        };
    }
}

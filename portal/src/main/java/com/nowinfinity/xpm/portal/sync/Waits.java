package com.nowinfinity.xpm.portal.sync;

import static com.nowinfinity.xpm.portal.services.Service.CONNECTOR;

import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when sending to XPM waits, for pages on which something is on its way; none of them needs it. */
public final class Waits {

    /** Under this reason what people ask for goes on. */
    private static final String FOLLOWED_ONLY = "kept-for-people";

    private final ServiceCalls calls;

    /** {@code GET /usage}, as far as it says whether sending waits. */
    private record Usage(
            @Nullable Instant retryAt, @Nullable Why reason) {}

    private record Why(@Nullable String code, @Nullable String text) {}

    Waits(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Empty while nothing waits, and where the service does not tell. */
    public Optional<Wait> of(Person person, String businessId) {
        try {
            Usage usage = calls.get(person, CONNECTOR, "/api/businesses/" + businessId + "/usage", Usage.class);
            Instant until = usage.retryAt();
            Why why = usage.reason();
            if (until == null) {
                return Optional.empty();
            }
            return Optional.of(
                    why == null
                            ? new Wait(until, false, null)
                            : new Wait(until, FOLLOWED_ONLY.equals(why.code()), why.text()));
        } catch (ServiceProblem away) {
            return Optional.empty();
        }
    }
}

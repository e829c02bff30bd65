package com.nowinfinity.xpm.access;

import io.micrometer.context.ContextRegistry;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Hooks;
import reactor.util.context.Context;

/** Which business a request is for, in the log lines of every thread that serves it; and so the trace that it is in. */
final class RequestMarks {

    /** As in logs of work that comes over Kafka. */
    private static final String BUSINESS_ID = "businessId";

    private RequestMarks() {}

    /** From now on what a request carries goes along from thread to thread. */
    static void carryOverThreads() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        BUSINESS_ID,
                        () -> MDC.get(BUSINESS_ID),
                        businessId -> MDC.put(BUSINESS_ID, businessId),
                        () -> MDC.remove(BUSINESS_ID));
        Hooks.enableAutomaticContextPropagation();
    }

    static UnaryOperator<Context> of(@Nullable String businessId) {
        return context -> businessId == null ? context : context.put(BUSINESS_ID, businessId);
    }
}

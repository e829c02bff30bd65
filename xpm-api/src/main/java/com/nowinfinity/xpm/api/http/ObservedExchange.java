package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.NotSent;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import com.nowinfinity.xpm.api.http.CallObserver.EndedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells the observer how each call ended. */
final class ObservedExchange implements Exchange {

    private final CallObserver observer;
    private final LongSupplier nanoTime;
    private final Exchange inner;

    ObservedExchange(CallObserver observer, LongSupplier nanoTime, Exchange inner) {
        this.observer = observer;
        this.nanoTime = nanoTime;
        this.inner = inner;
    }

    @Override
    public <T> T exchange(WireRequest request, ReplyReader<T> reader) throws IOException {
        long start = nanoTime.getAsLong();
        String outcome = "aborted";
        try {
            T value = inner.exchange(request, reader);
            outcome = "answered";
            return value;
        } catch (XpmException e) {
            outcome = name(e);
            throw e;
        } finally {
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            WireRequest.Tally tally = request.tally();
            observer.ended(new EndedCall(request.operation(), outcome, tally.status, took, tally.bytes));
        }
    }

    private static String name(XpmException e) {
        return switch (e) {
            case Throttled throttled -> "throttled";
            case Unavailable unavailable -> "unavailable";
            case Unauthorized unauthorized -> "unauthorized";
            case NoAccess noAccess -> "no-access";
            case Rejected rejected -> "rejected";
            case OutcomeUnknown unknown -> "outcome-unknown";
            case NotSent notSent -> "not-sent";
        };
    }

    @Override
    public String toString() {
        return "Observed(" + inner + ")";
    }
}

package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.verdict.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** The layers around the wire. No retry and no limiter is among them: those belong to who must remember them. */
final class Onion {

    private Onion() {}

    // Outermost first. Judging stands outside of the bounds, so that a bound which is hit is judged like any other
    // break of the wire; observing stands outside of all, so that it sees what the caller sees.
    static Exchange around(Exchange wire, CallObserver observer, InstantSource clock) {
        List<UnaryOperator<Exchange>> layers = List.of(
                inner -> new ObservedExchange(observer, System::nanoTime, inner),
                inner -> new JudgingExchange(new Verdict(clock), inner),
                inner -> new BoundedExchange(System::nanoTime, inner),
                inner -> new AuthorizingExchange(inner));
        Exchange onion = wire;
        for (UnaryOperator<Exchange> layer : layers.reversed()) {
            onion = layer.apply(onion);
        }
        return onion;
    }
}

package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.worker.dispatch.PushSettings;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.SteadyClock;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Faults planted into the engine by exchanging what it works with.
 *
 * @param clock makes a worker's clock of its machine's time of day and a monotonic one
 */
record Plants(
        Map<String, UnaryOperator<Shelf>> shelves,
        UnaryOperator<XpmApi> xpm,
        UnaryOperator<Limits> limits,
        BiFunction<InstantSource, LongSupplier, InstantSource> clock,
        UnaryOperator<PushSettings> pushing) {

    static final Plants NONE =
            new Plants(Map.of(), xpm -> xpm, limits -> limits, SteadyClock::new, settings -> settings);

    /** With another belief of what XPM is like. */
    Plants pushing(PushSettings believed) {
        return new Plants(shelves, xpm, limits, clock, settings -> believed);
    }

    static Plants shelf(String name, UnaryOperator<Shelf> plant) {
        return new Plants(Map.of(name, plant), NONE.xpm, NONE.limits, NONE.clock, NONE.pushing);
    }

    static Plants xpm(UnaryOperator<XpmApi> plant) {
        return new Plants(Map.of(), plant, NONE.limits, NONE.clock, NONE.pushing);
    }

    /** Nothing but that somebody hears of each call before it is made, by its method's name. */
    static Plants hearing(Consumer<String> listener) {
        return listening((call, said) -> listener.accept(call));
    }

    /** As {@link #hearing(Consumer)}, with what the call says after its first argument. */
    static Plants listening(BiConsumer<String, List<Object>> listener) {
        return between(
                (call, said) -> listener.accept(call, Arrays.asList(said).subList(1, said.length)),
                (call, answer) -> answer,
                failure -> failure);
    }

    /** What is written of a client that is there may be exchanged. */
    static Plants patching(UnaryOperator<ClientPatch> exchanging) {
        return between(
                (call, said) -> {
                    if (call.equals("updateClient")) {
                        said[2] = exchanging.apply((ClientPatch) said[2]);
                    }
                },
                (call, answer) -> answer,
                failure -> failure);
    }

    /** The same, and each answer may be exchanged, by its method's name. */
    static Plants hearing(Consumer<String> listener, BiFunction<String, Object, Object> answering) {
        return between((call, said) -> listener.accept(call), answering, failure -> failure);
    }

    /** How a call fails may be exchanged. */
    static Plants failing(UnaryOperator<Throwable> exchanging) {
        return between((call, said) -> {}, (call, answer) -> answer, exchanging);
    }

    /** @param before may exchange what a call says */
    private static Plants between(
            BiConsumer<String, Object[]> before,
            BiFunction<String, Object, Object> answering,
            UnaryOperator<Throwable> failing) {
        return xpm(xpm -> (XpmApi) Proxy.newProxyInstance(
                XpmApi.class.getClassLoader(), new Class<?>[] {XpmApi.class}, (proxy, method, arguments) -> {
                    before.accept(method.getName(), arguments);
                    try {
                        return answering.apply(method.getName(), method.invoke(xpm, arguments));
                    } catch (InvocationTargetException e) {
                        throw failing.apply(Objects.requireNonNull(e.getCause()));
                    }
                }));
    }

    static Plants limits(UnaryOperator<Limits> plant) {
        return new Plants(Map.of(), NONE.xpm, plant, NONE.clock, NONE.pushing);
    }

    static Plants clock(BiFunction<InstantSource, LongSupplier, InstantSource> plant) {
        return new Plants(Map.of(), NONE.xpm, NONE.limits, plant, NONE.pushing);
    }
}

package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Faults planted into the engine by exchanging what it works with. */
record Plants(Map<String, UnaryOperator<Shelf>> shelves, UnaryOperator<XpmApi> xpm, UnaryOperator<Limits> limits) {

    static final Plants NONE = new Plants(Map.of(), xpm -> xpm, limits -> limits);

    static Plants shelf(String name, UnaryOperator<Shelf> plant) {
        return new Plants(Map.of(name, plant), xpm -> xpm, limits -> limits);
    }

    static Plants xpm(UnaryOperator<XpmApi> plant) {
        return new Plants(Map.of(), plant, limits -> limits);
    }

    static Plants limits(UnaryOperator<Limits> plant) {
        return new Plants(Map.of(), xpm -> xpm, plant);
    }
}

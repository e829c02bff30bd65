package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.practice.Planted;
import com.nowinfinity.xpm.simulator.practice.PortalEntity;
import com.nowinfinity.xpm.simulator.practice.Practice;
import com.nowinfinity.xpm.simulator.practice.Trap;
import java.util.List;

/**
 * What was true of the first organisation when it was made.
 *
 * @param clients how many active ones XPM had
 */
public record Truth(
        String tenantId,
        int clients,
        List<PortalEntity> entities,
        List<Practice.Pair> pairs,
        List<Planted> planted,
        List<Trap> traps,
        List<Practice.LabelRow> labels) {

    /** As the driver of a run wants it: sizes, and what is planted. */
    public record Outline(
            String tenantId,
            int clients,
            int entities,
            int matched,
            List<Planted> planted,
            List<Practice.Pair> pairs,
            List<Trap> traps,
            List<Practice.LabelRow> labels) {}

    public static Truth of(String tenantId, Practice practice) {
        int active = (int) practice.clients().stream().filter(Client::isCurrent).count();
        return new Truth(
                tenantId,
                active,
                practice.entities(),
                practice.pairs(),
                practice.planted(),
                practice.traps(),
                practice.labels());
    }

    Outline outline() {
        return new Outline(tenantId, clients, entities.size(), pairs.size(), planted, pairs, traps, labels);
    }
}

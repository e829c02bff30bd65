package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.Truth;
import com.nowinfinity.xpm.simulator.identity.IdentityState;
import com.nowinfinity.xpm.simulator.identity.Tenant;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.practice.Practice;
import com.nowinfinity.xpm.simulator.practice.PracticeGenerator;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that a simulator knows: made from a seed, or read back by {@link Persistence}. */
record Memory(Map<String, Organisation> organisations, Truth truth, IdentityState identity, History history) {

    private static final int SMALL_PRACTICE = 12;

    static Memory fresh(int clients, long seed) {
        Practice accounting = PracticeGenerator.generate(clients, seed);
        Practice bookkeeping = PracticeGenerator.generateInStep(SMALL_PRACTICE, seed + 1);
        Map<String, Organisation> organisations = new LinkedHashMap<>();
        add(organisations, XeroWorld.ACCOUNTING, accounting);
        add(organisations, XeroWorld.BOOKKEEPING, bookkeeping);
        Truth truth = Truth.of(XeroWorld.ACCOUNTING.tenantId(), accounting);
        return new Memory(organisations, truth, new IdentityState(), new History());
    }

    private static void add(Map<String, Organisation> organisations, Tenant tenant, Practice practice) {
        Organisation organisation = new Organisation(XeroWorld.profile(tenant, practice.staff()));
        practice.changes().forEach(organisation::apply);
        organisations.put(tenant.tenantId(), organisation);
    }
}

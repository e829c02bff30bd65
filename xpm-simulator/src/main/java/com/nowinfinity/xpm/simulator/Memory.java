package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.Truth;
import com.nowinfinity.xpm.simulator.identity.IdentityState;
import com.nowinfinity.xpm.simulator.identity.Tenant;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import com.nowinfinity.xpm.simulator.practice.PlainCompanies;
import com.nowinfinity.xpm.simulator.practice.Practice;
import com.nowinfinity.xpm.simulator.practice.PracticeGenerator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a simulator knows: made from a seed, or read back by {@link Persistence}. */
record Memory(Map<String, Organisation> organisations, Truth truth, IdentityState identity, History history) {

    private static final int SMALL_PRACTICE = 12;

    static Memory fresh(int clients, long seed, FurtherPractices further, Instant now) {
        Practice accounting = PracticeGenerator.generate(clients, seed);
        Practice bookkeeping = PracticeGenerator.generateInStep(SMALL_PRACTICE, seed + 1);
        Map<String, Organisation> organisations = new LinkedHashMap<>();
        add(organisations, XeroWorld.ACCOUNTING, accounting);
        add(organisations, XeroWorld.BOOKKEEPING, bookkeeping);
        List<Tenant> tenants = XeroWorld.further(further.count());
        for (int i = 0; i < tenants.size(); i++) {
            add(
                    organisations,
                    tenants.get(i),
                    PlainCompanies.generate(further.companies().get(i), seed + 2 + i, now).stream(),
                    List.of());
        }
        // Whoever asks for further practices measures those, and wants no others beside them.
        if (tenants.isEmpty()) {
            add(organisations, XeroWorld.COASTAL, PracticeGenerator.generateInStep(SMALL_PRACTICE, seed + 1_001));
            add(organisations, XeroWorld.NAMELESS, PracticeGenerator.generateInStep(SMALL_PRACTICE, seed + 1_002));
        }
        Truth truth = Truth.of(XeroWorld.ACCOUNTING.tenantId(), accounting);
        return new Memory(organisations, truth, new IdentityState(), new History());
    }

    private static void add(Map<String, Organisation> organisations, Tenant tenant, Practice practice) {
        add(organisations, tenant, practice.changes(), practice.staff());
    }

    private static void add(
            Map<String, Organisation> organisations, Tenant tenant, Stream<Change> changes, List<StaffMember> staff) {
        Organisation organisation = new Organisation(XeroWorld.profile(tenant, staff));
        changes.forEach(organisation::apply);
        organisations.put(tenant.tenantId(), organisation);
    }
}

package com.nowinfinity.xpm.simulator.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What does not change while the simulator lives.
 *
 * @param name null for one that Xero shows without a name
 * @param structures the labels its settings know for a business structure, as typed
 */
public record OrganisationProfile(
        String tenantId, @Nullable String name, List<String> structures, List<StaffMember> staff) {

    public OrganisationProfile {
        structures = List.copyOf(structures);
        staff = List.copyOf(staff);
    }
}

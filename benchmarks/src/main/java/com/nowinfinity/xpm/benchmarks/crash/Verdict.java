package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left when the dust has settled.
 *
 * @param lost accepted, without a final outcome and not laid before a person
 * @param parked accepted and laid before a person, because a machine must not decide it
 * @param ambiguous accepted with two final outcomes that were not one and the same
 * @param stale companies of which XPM does not hold the newest accepted state
 * @param doubled records that XPM holds twice
 * @param limitsBroken calls that XPM had to refuse
 */
record Verdict(int accepted, int lost, int parked, int ambiguous, int stale, int doubled, int limitsBroken) {

    /** One in so many may be left to people. */
    private static final int MOST_PARKED_ONE_IN = 50;

    boolean clean() {
        return lost == 0
                && ambiguous == 0
                && stale == 0
                && doubled == 0
                && limitsBroken == 0
                && parked * MOST_PARKED_ONE_IN <= accepted;
    }

    static Verdict of(Lab lab, List<Accepted> accepted, Outcomes outcomes) {
        return new Verdict(
                accepted.size(),
                outcomes.lost(accepted).size(),
                outcomes.parked(accepted).size(),
                outcomes.ambiguous(accepted).size(),
                stale(lab, accepted, outcomes).size(),
                Math.toIntExact(lab.simulator().summary().doubled()),
                lab.simulator().summary().limitsBroken().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /** Companies by what is wrong with them; those that wait for a person are not. */
    static Map<Company, String> stale(Lab lab, List<Accepted> accepted, Outcomes outcomes) {
        Map<Company, Long> newest = new HashMap<>();
        Map<Company, Boolean> pushed = new HashMap<>();
        for (Accepted one : accepted) {
            newest.merge(one.company(), one.version(), Math::max);
            pushed.merge(one.company(), one.push(), Boolean::logicalOr);
        }
        outcomes.parked(accepted).keySet().forEach(one -> newest.remove(one.company()));
        Map<Company, String> stale = new HashMap<>();
        newest.forEach((company, version) -> {
            Organisation organisation = lab.simulator().organisation(company.tenantId());
            List<Client> standing = organisation.exclusively(organisation::clients).stream()
                    .filter(client -> company.acn().equals(client.get(ClientElement.COMPANY_NUMBER)))
                    .toList();
            if (standing.size() != 1) {
                if (pushed.getOrDefault(company, false) || !standing.isEmpty()) {
                    stale.put(company, standing.size() + " clients");
                }
            } else if (version > 1) {
                String email = standing.getFirst().get(ClientElement.EMAIL);
                long shown = email == null ? 0 : Company.versionIn(email);
                if (shown != version) {
                    stale.put(company, "version " + shown + " instead of " + version);
                }
            }
        });
        return stale;
    }
}

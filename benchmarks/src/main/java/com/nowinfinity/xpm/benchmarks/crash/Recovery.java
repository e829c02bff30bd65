package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Effects;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long after the kill of a worker all businesses were written for again. Under a steady load each business is
 * written for every few seconds, so the longest silence after a kill is what people notice.
 */
final class Recovery {

    private final Lab lab;
    private final List<Instant> kills = new ArrayList<>();

    Recovery(Lab lab) {
        this.lab = lab;
    }

    void killed() {
        kills.add(lab.clock().instant());
    }

    /**
     * One number for each kill, in milliseconds.
     *
     * @param end of the load; a business that was not written for any more counts as waiting until then
     */
    List<Long> millis(Instant end) {
        Map<String, String> businessOf = new HashMap<>();
        lab.businesses()
                .forEach(business -> business.companies()
                        .forEach(company -> businessOf.put(company.clientId(), business.businessId())));
        List<Long> all = new ArrayList<>();
        for (Instant kill : kills) {
            Map<String, Instant> first = new HashMap<>();
            for (Effects.Write write : lab.effects().writes()) {
                String businessId = businessOf.get(write.clientId());
                if (businessId != null && write.at().isAfter(kill)) {
                    first.merge(businessId, write.at(), (one, other) -> one.isBefore(other) ? one : other);
                }
            }
            Instant last = lab.businesses().stream()
                    .map(business -> first.getOrDefault(business.businessId(), end))
                    .max(Instant::compareTo)
                    .orElse(end);
            all.add(Duration.between(kill, last).toMillis());
        }
        return all;
    }
}

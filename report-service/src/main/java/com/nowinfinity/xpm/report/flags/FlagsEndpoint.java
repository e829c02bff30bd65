package com.nowinfinity.xpm.report.flags;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.entities.EntityBook;
import com.nowinfinity.xpm.report.parked.ParkedBook;
import com.nowinfinity.xpm.report.publication.LedgerShelf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pins of an entity. */
@RestController
class FlagsEndpoint {

    private final EntityBook entities;
    private final ParkedBook parked;
    private final LedgerShelf ledgers;

    FlagsEndpoint(EntityBook entities, ParkedBook parked, LedgerShelf ledgers) {
        this.entities = entities;
        this.parked = parked;
        this.ledgers = ledgers;
    }

    /** The pins of one entity of a list. */
    record EntityFlags(String entityId, List<Flag> flags) {}

    @GetMapping("/api/businesses/{businessId}/entities/{entityId}/flags")
    Page<Flag> flags(@PathVariable String businessId, @PathVariable String entityId) {
        return new Page<>(flags(businessId, entityId, standing(businessId, Set.of(entityId))), null);
    }

    /** Of several entities at once, for a page that lists them. */
    @GetMapping("/api/businesses/{businessId}/flags")
    Page<EntityFlags> flags(@PathVariable String businessId, @RequestParam List<String> entityId) {
        Page.limit(entityId.size());
        Map<String, List<Discrepancy>> standing = standing(businessId, Set.copyOf(entityId));
        return new Page<>(
                entityId.stream()
                        .distinct()
                        .map(id -> new EntityFlags(id, flags(businessId, id, standing)))
                        .toList(),
                null);
    }

    private List<Flag> flags(String businessId, String entityId, Map<String, List<Discrepancy>> standing) {
        return Flags.of(
                entities.linkedClient(businessId, entityId),
                parked.waits(businessId, entityId),
                standing.getOrDefault(entityId, List.of()));
    }

    /** The newest ledger is gone through once, however many are asked for. */
    private Map<String, List<Discrepancy>> standing(String businessId, Set<String> entityIds) {
        return ledgers.newest(businessId).all().stream()
                .filter(discrepancy -> discrepancy.entityId() != null && entityIds.contains(discrepancy.entityId()))
                .collect(Collectors.groupingBy(discrepancy -> Objects.requireNonNull(discrepancy.entityId())));
    }
}

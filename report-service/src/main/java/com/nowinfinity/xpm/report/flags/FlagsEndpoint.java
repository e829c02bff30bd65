package com.nowinfinity.xpm.report.flags;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.entities.EntityBook;
import com.nowinfinity.xpm.report.parked.ParkedBook;
import com.nowinfinity.xpm.report.publication.LedgerShelf;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping("/api/businesses/{businessId}/entities/{entityId}/flags")
    Page<Flag> flags(@PathVariable String businessId, @PathVariable String entityId) {
        List<Discrepancy> ofEntity = ledgers.newest(businessId).all().stream()
                .filter(discrepancy -> entityId.equals(discrepancy.entityId()))
                .toList();
        return new Page<>(
                Flags.of(entities.linkedClient(businessId, entityId), parked.waits(businessId, entityId), ofEntity),
                null);
    }
}

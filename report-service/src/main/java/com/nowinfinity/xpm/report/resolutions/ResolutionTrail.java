package com.nowinfinity.xpm.report.resolutions;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.intake.EventTrail;
import java.time.Instant;
import java.util.List;

/** Takes what is told of resolutions, and lets what was written or accepted end its discrepancies in the ledger. */
final class ResolutionTrail implements EventTrail {

    private final AskStore asks;
    private final DecisionBook decisions;

    ResolutionTrail(AskStore asks, DecisionBook decisions) {
        this.asks = asks;
        this.decisions = decisions;
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        only(batch, ActionRequested.class).filter(asked -> !asked.getPreview()).forEach(this::decide);
        asks.planned(only(batch, WorkPlanned.class).toList());
        List<EntitySynced> outcomes = only(batch, EntitySynced.class).toList();
        if (asks.outcomes(outcomes)) {
            outcomes.forEach(this::resolve);
        }
    }

    /** Whoever asked has noted what is accepted, and what no longer is, unless it was killed between asking and noting. */
    private void decide(ActionRequested asked) {
        String businessId = asked.getBusinessId();
        Instant at = asked.getOccurredAt();
        asks.carriedOut(businessId, asked.getEventId()).ifPresent(items -> {
            decisions.accept(businessId, Acceptances.of(items.values(), at, asked.getRequestedBy()));
            decisions.endAcceptances(businessId, Acceptances.endedBy(items.values()), at, asked.getRequestedBy());
        });
    }

    private void resolve(EntitySynced outcome) {
        String subject = Subject.of(outcome);
        for (String cause : outcome.getCausedBy()) {
            asks.carriedOut(outcome.getBusinessId(), cause).ifPresent(items -> {
                List<String> ended = items.values().stream()
                        .filter(item -> item.subject().equals(subject) && item.isResolvedBy(outcome))
                        .map(item -> item.wish().id())
                        .toList();
                decisions.resolve(outcome.getBusinessId(), ended, outcome.getOccurredAt());
            });
        }
    }
}

package com.nowinfinity.xpm.report.decisions;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.report.intake.EventTrail;
import java.util.List;

/** Takes the comparisons of single records that a person asked to check again. */
final class LookTrail implements EventTrail {

    private final DecisionBook decisions;

    LookTrail(DecisionBook decisions) {
        this.decisions = decisions;
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        only(batch, EntityCompared.class)
                .filter(compared -> compared.getActionId() != null)
                .forEach(decisions::looked);
    }
}

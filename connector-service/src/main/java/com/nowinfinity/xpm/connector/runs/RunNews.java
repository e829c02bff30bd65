package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.WorkPlanned;
import org.jspecify.annotations.Nullable;

/** What others tell of runs. News of a run that is not ours is left aside. */
public final class RunNews {

    private final Runs runs;
    private final Businesses businesses;

    RunNews(Runs runs, Businesses businesses) {
        this.runs = runs;
        this.businesses = businesses;
    }

    public void take(SyncProgressed event) {
        runs.change(event.getBusinessId(), event.getRunId(), run -> run.progressed(event));
    }

    public void take(WorkPlanned event) {
        runs.change(event.getBusinessId(), event.getForId(), run -> run.planned(event));
    }

    public void take(ReportPublished event) {
        runs.change(event.getBusinessId(), event.getRunId(), run -> run.reported(event.getReportId()));
    }

    public void take(SyncFinished event) {
        Run run = runs.change(event.getBusinessId(), event.getRunId(), present -> present.finished(event));
        if (run != null && run.state() == Run.State.COMPLETED) {
            businesses.change(event.getBusinessId(), business -> reported(business, run.tenantId(), event));
        }
    }

    private static Business reported(Business business, @Nullable String tenantId, SyncFinished event) {
        if (tenantId == null || !tenantId.equals(business.connection().tenantId())) {
            return business;
        }
        return business.withChoices(business.choices().reported(tenantId, event.getStructuresSeen()));
    }
}

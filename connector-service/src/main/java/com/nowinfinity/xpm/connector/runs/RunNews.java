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

    /** Whoever sees that the first run is completed may follow: so that is written down before. */
    public void take(SyncFinished event) {
        Run before = runs.find(event.getBusinessId(), event.getRunId());
        if (before != null && before.finished(event).state() == Run.State.COMPLETED) {
            businesses.change(event.getBusinessId(), business -> reported(business, before.tenantId(), event));
        }
        runs.change(event.getBusinessId(), event.getRunId(), run -> run.finished(event));
    }

    private static Business reported(Business business, @Nullable String tenantId, SyncFinished event) {
        if (tenantId == null || !tenantId.equals(business.connection().tenantId())) {
            return business;
        }
        return business.withChoices(business.choices().reported(tenantId, event.getStructuresSeen()));
    }
}

package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Connection;
import com.nowinfinity.xpm.connector.business.Diagnosis;
import com.nowinfinity.xpm.connector.business.Organisation;
import com.nowinfinity.xpm.connector.business.Person;
import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection as people see it. */
public record ConnectionView(
        ConnectionState state,
        long epoch,
        @Nullable OrganisationView organisation,
        List<OrganisationView> organisations,
        @Nullable String connectedBy,
        @Nullable Instant connectedAt,
        boolean following,
        @Nullable ProblemView problem) {

    /** An organisation that can be chosen. */
    public record OrganisationView(
            String tenantId, @Nullable String name) {

        static OrganisationView of(Organisation organisation) {
            return new OrganisationView(organisation.tenantId(), organisation.name());
        }
    }

    /** What is wrong, and how a person gets out of it. */
    public record ProblemView(String code, String title, List<String> steps) {

        static ProblemView of(Diagnosis diagnosis) {
            return new ProblemView(diagnosis.code(), diagnosis.title(), diagnosis.steps());
        }
    }

    public static ConnectionView of(Business business) {
        Connection connection = business.connection();
        Organisation organisation = connection.organisation();
        Person by = connection.connectedBy();
        Diagnosis problem = connection.problem();
        return new ConnectionView(
                connection.state(),
                connection.epoch(),
                organisation == null ? null : OrganisationView.of(organisation),
                connection.organisations().stream().map(OrganisationView::of).toList(),
                by == null ? null : by.shown(),
                connection.connectedAt(),
                business.choices().following(),
                problem == null ? null : ProblemView.of(problem));
    }
}

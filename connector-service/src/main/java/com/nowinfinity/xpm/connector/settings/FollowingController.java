package com.nowinfinity.xpm.connector.settings;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.connection.ConnectionView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The switch by which Corporate Messenger changes go to XPM by themselves: only after a report has been seen. */
@RestController
class FollowingController {

    private final Businesses businesses;

    FollowingController(Businesses businesses) {
        this.businesses = businesses;
    }

    record Switch(Boolean on) {
        Switch {
            ProblemException.required(on, "on");
        }
    }

    @PutMapping("/api/businesses/{businessId}/connection/following")
    ConnectionView follow(@PathVariable String businessId, @RequestBody Switch wanted) {
        return ConnectionView.of(businesses.change(businessId, business -> {
            if (wanted.on() && !hasReport(business)) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-report-yet",
                        "No report yet",
                        "Run Sync Data to its end and look at the report before switching this on.");
            }
            return business.withChoices(business.choices().withFollowing(wanted.on()));
        }));
    }

    /** Of the organisation in use: a report of another one says nothing of this one. */
    private static boolean hasReport(Business business) {
        String reported = business.choices().reportedTenant();
        return reported != null && reported.equals(business.connection().tenantId());
    }
}

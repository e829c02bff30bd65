package com.nowinfinity.xpm.portal.overview;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One business's state as JSON. */
@RestController
class OverviewEndpoint {

    private final Overviews overviews;

    OverviewEndpoint(Overviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/api/businesses/{businessId}/overview")
    BusinessOverview overview(@PathVariable String businessId) {
        return overviews.of(businessId);
    }
}

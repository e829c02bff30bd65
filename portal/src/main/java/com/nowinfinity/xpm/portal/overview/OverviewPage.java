package com.nowinfinity.xpm.portal.overview;

import com.nowinfinity.xpm.portal.demonstration.Demonstration;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first plain page; open only in the demonstration, whose businesses it shows. */
@Controller
@Profile("demonstration")
class OverviewPage {

    private final Demonstration demonstration;
    private final Overviews overviews;

    OverviewPage(Demonstration demonstration, Overviews overviews) {
        this.demonstration = demonstration;
        this.overviews = overviews;
    }

    /** A business with its name, its users and its state. */
    record Section(Demonstration.Business business, BusinessOverview state) {}

    @GetMapping("/")
    String page(Model model) {
        List<Section> sections = demonstration.businesses().stream()
                .map(business -> new Section(business, overviews.of(business.businessId())))
                .toList();
        model.addAttribute("sections", sections);
        return "overview";
    }
}

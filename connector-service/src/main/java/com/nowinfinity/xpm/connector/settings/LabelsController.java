package com.nowinfinity.xpm.connector.settings;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.events.StructureLabels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the practice calls its structures, beside what XPM's clients really carry. */
@RestController
@RequestMapping("/api/businesses/{businessId}/labels")
class LabelsController {

    private final Businesses businesses;

    LabelsController(Businesses businesses) {
        this.businesses = businesses;
    }

    /** One structure's labels, separated by commas. */
    record Row(String structure, @Nullable String labels) {
        Row {
            ProblemException.required(structure, "structures.structure");
        }

        StructureLabels toEvent() {
            return new StructureLabels(structure, labels == null ? "" : labels);
        }
    }

    /**
     * The labels.
     *
     * @param seenInXpm ours to say; what a caller sends back is left aside
     */
    record LabelsView(List<Row> structures, @Nullable List<String> seenInXpm) {
        LabelsView {
            ProblemException.required(structures, "structures");
        }

        static LabelsView of(Business business) {
            List<Row> rows = business.choices().labels().rows().stream()
                    .map(row -> new Row(row.getStructure(), row.getLabels()))
                    .toList();
            return new LabelsView(rows, business.choices().structuresSeen());
        }
    }

    @GetMapping
    LabelsView labels(@PathVariable String businessId) {
        return LabelsView.of(businesses.load(businessId));
    }

    @PutMapping
    LabelsView change(@PathVariable String businessId, @RequestBody LabelsView wanted) {
        List<StructureLabels> rows =
                wanted.structures().stream().map(LabelsController::event).toList();
        return LabelsView.of(businesses.change(
                businessId,
                business -> business.withChoices(business.choices()
                        .withLabels(business.choices().labels().with(rows)))));
    }

    private static StructureLabels event(@Nullable Row row) {
        return ProblemException.required(row, "structures").toEvent();
    }
}

package com.nowinfinity.xpm.report.resolutions;

import static com.nowinfinity.xpm.access.ProblemException.invalidField;
import static com.nowinfinity.xpm.access.ProblemException.required;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.CostlyCalls;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decide, see what would be done, confirm. */
@RestController
@RequestMapping("/api/businesses/{businessId}/discrepancies/resolutions")
class ResolutionsEndpoint {

    private static final int MOST_ITEMS = 10_000;
    private static final int LONGEST_REASON = 2_000;

    private final Resolutions resolutions;
    private final Supplier<UUID> ids;
    private final CostlyCalls costly;

    ResolutionsEndpoint(Resolutions resolutions, Supplier<UUID> ids, CostlyCalls costly) {
        this.resolutions = resolutions;
        this.ids = ids;
        this.costly = costly;
    }

    /**
     * What is wanted for one discrepancy.
     *
     * @param clientId with LINK: the client to link to
     */
    record Wanted(
            String id, DiscrepancyAction action, @Nullable String clientId) {
        Wanted {
            required(id, "items.id");
            required(action, "items.action");
        }
    }

    /**
     * A resolution to be asked for.
     *
     * @param reason with ACCEPT
     * @param until with ACCEPT: the last day
     * @param preview plan only, to be confirmed
     */
    record Request(
            List<Wanted> items,
            @Nullable String reason,
            @Nullable LocalDate until,
            boolean preview) {
        Request {
            required(items, "items");
            if (items.isEmpty() || items.size() > MOST_ITEMS) {
                throw invalidField("invalid-field", "items", "from 1 to " + MOST_ITEMS);
            }
            items.forEach(item -> required(item, "items"));
            if (reason != null && reason.length() > LONGEST_REASON) {
                throw invalidField("invalid-field", "reason", "at most " + LONGEST_REASON + " characters");
            }
        }

        List<Wish> wishes() {
            return items.stream()
                    .map(item -> new Wish(item.id(), item.action(), item.clientId(), reason, until, null))
                    .toList();
        }
    }

    record Accepted(String resolutionId) {}

    /** What became of one item; outcome and reason are null while nothing has. */
    record ItemView(
            String id,
            DiscrepancyAction action,
            @Nullable String outcome,
            @Nullable Map<String, @Nullable Object> reason) {

        static ItemView of(Item item, @Nullable EntitySynced outcome) {
            return new ItemView(
                    item.wish().id(),
                    item.wish().action(),
                    outcome == null ? null : outcome.getOutcome().name(),
                    outcome == null || outcome.getReason() == null ? null : JsonForm.of(outcome.getReason()));
        }
    }

    /** The contract's answer, as for pushes; items tell it by discrepancy. */
    record ResolutionView(
            String resolutionId,
            Resolution.State state,
            @Nullable Map<String, @Nullable Object> plan,
            List<Map<String, @Nullable Object>> outcomes,
            List<ItemView> items) {

        static ResolutionView of(Resolution resolution) {
            return new ResolutionView(
                    resolution.id(),
                    resolution.state(),
                    resolution.plan(),
                    resolution.outcomes().stream()
                            .sorted(Comparator.comparing(EntitySynced::getOccurredAt)
                                    .thenComparing(EntitySynced::getEntityId))
                            .map(JsonForm::of)
                            .toList(),
                    IntStream.range(0, resolution.items().size())
                            .mapToObj(i -> ItemView.of(resolution.items().get(i), resolution.outcomeOf(i)))
                            .toList());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted request(@PathVariable String businessId, @RequestBody Request request, Caller caller) {
        if (request.preview()) {
            costly.admit(caller, businessId);
        }
        String id = ids.get().toString();
        resolutions.request(businessId, id, request.wishes(), request.preview(), caller.sub());
        return new Accepted(id);
    }

    @GetMapping("/{resolutionId}")
    ResolutionView resolution(@PathVariable String businessId, @PathVariable String resolutionId) {
        return ResolutionView.of(resolutions.find(businessId, resolutionId));
    }

    @PostMapping("/{resolutionId}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted confirm(@PathVariable String businessId, @PathVariable String resolutionId) {
        resolutions.confirm(businessId, resolutionId);
        return new Accepted(resolutionId);
    }
}

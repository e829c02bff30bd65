package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.CostlyCalls;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.intake.PlanView;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Push, see, confirm. */
@RestController
@RequestMapping("/api/businesses/{businessId}/pushes")
class PushController {

    private static final Set<String> FIELDS = Set.of(
            "eventId",
            "entityId",
            "scope",
            "include",
            "groupMode",
            "groupId",
            "groupName",
            "relationships",
            "documents",
            "preview");

    private final Pushes pushes;
    private final CostlyCalls costly;

    PushController(Pushes pushes, CostlyCalls costly) {
        this.pushes = pushes;
        this.costly = costly;
    }

    record Accepted(String pushId, String eventId) {
        static Accepted of(PushRequested event) {
            return new Accepted(event.getPushId(), event.getEventId());
        }
    }

    /** The contract's answer; outcomes are the fields of {@link EntitySynced}, in the order of their times. */
    record PushView(
            String pushId,
            Push.State state,
            @Nullable Map<String, @Nullable Object> plan,
            List<Map<String, @Nullable Object>> outcomes) {

        static PushView of(Push push) {
            return new PushView(
                    push.request().getPushId(),
                    push.state(),
                    push.plan() == null ? null : PlanView.of(push.plan()),
                    push.outcomes().values().stream()
                            .sorted(Comparator.comparing(EntitySynced::getOccurredAt)
                                    .thenComparing(EntitySynced::getEntityId))
                            .map(JsonForm::of)
                            .toList());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted push(@PathVariable String businessId, @RequestBody Map<String, @Nullable Object> body, Caller caller) {
        Checks.fields(body, FIELDS);
        String eventId = Checks.eventId(body.get("eventId"), UUID.randomUUID());
        Map<String, @Nullable Object> form = new LinkedHashMap<>(body);
        form.put("eventId", eventId);
        form.put("businessId", businessId);
        form.put("pushId", PushIds.ofEvent(businessId, eventId));
        PushRequested content = PushRules.checked(JsonForm.read(form, PushRequested.class));
        if (content.getPreview()) {
            costly.admit(caller, businessId);
        }
        return Accepted.of(pushes.request(content, caller.sub()));
    }

    @GetMapping("/{pushId}")
    PushView push(@PathVariable String businessId, @PathVariable String pushId) {
        return PushView.of(pushes.find(businessId, pushId));
    }

    @PostMapping("/{pushId}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted confirm(@PathVariable String businessId, @PathVariable String pushId, Caller caller) {
        return Accepted.of(pushes.confirm(businessId, pushId, caller.sub()));
    }
}

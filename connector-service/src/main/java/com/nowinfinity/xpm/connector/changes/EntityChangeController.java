package com.nowinfinity.xpm.connector.changes;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.connector.intake.Accepted;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.intake.Intake;
import com.nowinfinity.xpm.connector.pushes.PushNews;
import com.nowinfinity.xpm.connector.taxnumbers.TaxFileNumbers;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code {eventId?, cause, lodgement?, entity}} → the topic entity-changed. */
@RestController
class EntityChangeController {

    private static final Set<String> FIELDS = Set.of("eventId", "cause", "lodgement", "entity");

    private final Intake intake;
    private final TaxFileNumbers numbers;
    private final PushNews pushes;

    EntityChangeController(Intake intake, TaxFileNumbers numbers, PushNews pushes) {
        this.intake = intake;
        this.numbers = numbers;
        this.pushes = pushes;
    }

    @PostMapping("/api/businesses/{businessId}/entity-changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted change(@PathVariable String businessId, @RequestBody Map<String, @Nullable Object> body, Caller caller) {
        Checks.fields(body, FIELDS);
        Map<String, @Nullable Object> form = new LinkedHashMap<>(body);
        form.put("eventId", Checks.eventId(body.get("eventId"), UUID.randomUUID()));
        form.put("businessId", businessId);
        EntityChanged change = JsonForm.read(form, EntityChanged.class);
        ChangeRules.check(change);
        intake.accept(
                Topics.ENTITY_CHANGED,
                change,
                caller.sub(),
                NumberNames.of(numbers, businessId, change),
                (at, _by) -> EntityChanged.newBuilder(change).setOccurredAt(at).build(),
                NumberNames::named);
        pushes.accepted(change);
        return new Accepted(change.getEventId());
    }
}

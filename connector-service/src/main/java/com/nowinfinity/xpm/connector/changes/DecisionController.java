package com.nowinfinity.xpm.connector.changes;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.connector.intake.Accepted;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.intake.Intake;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links by hand: which client an entity is, or that it is none. */
@RestController
@RequestMapping("/api/businesses/{businessId}/entities/{entityId}/link")
class LinkController {

    private final Intake intake;

    LinkController(Intake intake) {
        this.intake = intake;
    }

    record Link(String clientId) {
        Link {
            Checks.id(clientId, "clientId");
        }
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted link(
            @PathVariable String businessId, @PathVariable String entityId, @RequestBody Link link, Caller caller) {
        return accept(businessId, Action.LINK, entityId, link.clientId(), caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted unlink(@PathVariable String businessId, @PathVariable String entityId, Caller caller) {
        return accept(businessId, Action.UNLINK, entityId, null, caller);
    }

    private Accepted accept(
            String businessId, Action action, String entityId, @Nullable String clientId, Caller caller) {
        ActionTarget target = ActionTarget.newBuilder()
                .setEntityId(Checks.id(entityId, "entityId"))
                .setClientId(clientId)
                .build();
        ActionRequested request = ActionRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setAction(action)
                .setTargets(List.of(target))
                .build();
        intake.accept(
                Topics.ACTION_REQUESTED,
                request,
                caller.sub(),
                (at, by) -> ActionRequested.newBuilder(request)
                        .setOccurredAt(at)
                        .setRequestedBy(by)
                        .build());
        return new Accepted(request.getEventId());
    }
}

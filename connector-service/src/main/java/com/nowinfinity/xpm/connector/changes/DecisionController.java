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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people decide on an entity by hand: which client it is, that it is none, that our last write is taken back. */
@RestController
@RequestMapping("/api/businesses/{businessId}/entities/{entityId}")
class DecisionController {

    private final Intake intake;

    DecisionController(Intake intake) {
        this.intake = intake;
    }

    record Link(String clientId) {
        Link {
            Checks.id(clientId, "clientId");
        }
    }

    @PutMapping("/link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted link(
            @PathVariable String businessId, @PathVariable String entityId, @RequestBody Link link, Caller caller) {
        return accept(businessId, Action.LINK, entityId, link.clientId(), caller);
    }

    @DeleteMapping("/link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted unlink(@PathVariable String businessId, @PathVariable String entityId, Caller caller) {
        return accept(businessId, Action.UNLINK, entityId, null, caller);
    }

    /** Of fields, end dates and memberships, as far as nobody has changed them since (domain 7). */
    @PostMapping("/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted undo(@PathVariable String businessId, @PathVariable String entityId, Caller caller) {
        return accept(businessId, Action.UNDO, entityId, null, caller);
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

package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.intake.Intake;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** Asks workers to push, or to do what they have planned. */
final class Pushes {

    private final PushStore store;
    private final OpenPlans openPlans;
    private final Intake intake;
    private final Businesses businesses;

    Pushes(PushStore store, OpenPlans openPlans, Intake intake, Businesses businesses) {
        this.store = store;
        this.openPlans = openPlans;
        this.intake = intake;
        this.businesses = businesses;
    }

    /** Saved before it is told, so that no outcome can come before its push; returns once the broker has it. */
    PushRequested request(PushRequested content, String by) {
        PushRequested event = intake.registered(
                Topics.PUSH_REQUESTED,
                content,
                by,
                (at, first) -> PushRequested.newBuilder(content)
                        .setOccurredAt(at)
                        .setRequestedBy(first)
                        .build());
        store.add(event, businesses.load(event.getBusinessId()).connection().epoch());
        intake.publish(Topics.PUSH_REQUESTED, event);
        return event;
    }

    Push find(String businessId, String pushId) {
        Push push = store.find(businessId, pushId);
        if (push == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "push-not-found", "Not Found", "There is no such push.");
        }
        return push;
    }

    /** Sends just what was planned. Confirmed twice it is sent once. */
    PushRequested confirm(String businessId, String pushId, String by) {
        Push push = find(businessId, pushId);
        String eventId = PushIds.eventOfConfirmation(businessId, pushId);
        if (push.confirmed() == null) {
            requireFresh(push);
        }
        PushRequested content = PushRequested.newBuilder(push.request())
                .setEventId(eventId)
                .setPreview(false)
                .setInclude(push.include())
                .setRequestedBy("")
                .setOccurredAt(Instant.EPOCH)
                .build();
        PushRequested event = intake.registered(
                Topics.PUSH_REQUESTED,
                content,
                by,
                (at, first) -> PushRequested.newBuilder(content)
                        .setOccurredAt(at)
                        .setRequestedBy(first)
                        .build());
        store.addConfirmation(businessId, PushIds.ofEvent(businessId, eventId), pushId);
        intake.publish(Topics.PUSH_REQUESTED, event);
        store.confirmed(businessId, pushId, eventId);
        openPlans.close(businessId, pushId);
        return event;
    }

    private void requireFresh(Push push) {
        if (!push.request().getPreview()) {
            throw conflict("not-a-preview", "Nothing to confirm", "This push was not asked for as a preview.");
        }
        if (push.plan() == null && push.state() != Push.State.FAILED) {
            throw conflict("plan-pending", "No plan yet", "The plan is still being made.");
        }
        if (push.state() == Push.State.FAILED) {
            throw conflict("plan-failed", "Nothing can be sent", "The plan failed: ask for a new preview.");
        }
        long epoch =
                businesses.load(push.request().getBusinessId()).connection().epoch();
        if (push.moved() || epoch != push.epoch()) {
            throw conflict(
                    "plan-stale",
                    "The plan is out of date",
                    "An entity or the connection has changed since: ask for a new preview.");
        }
    }

    private static ProblemException conflict(String code, String title, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, title, detail);
    }
}

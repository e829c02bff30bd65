package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.SeenValues;
import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One attempt at a demand: the client, then its relationships, its group, its documents. */
final class DemandWork {

    private final Business business;
    private final ClientUpdate update;
    private final ClientCreation creation;
    private final PushCompletion completion;

    DemandWork(Business business, FirstUpdate first) {
        this.business = business;
        this.update = new ClientUpdate(business, first);
        this.creation = new ClientCreation(business, update);
        this.completion = new PushCompletion(business);
    }

    Ending attempt(Intent intent, Attempt attempt) {
        try {
            Optional<Reason> stopped = update.stopped();
            if (stopped.isPresent()) {
                return new Ending.Parked(stopped.get());
            }
            return switch (attempt.demand().kind()) {
                case FOLLOW -> follow(intent, attempt);
                case PUSH_ALONG -> pushAlong(intent, attempt);
                case PUSH -> push(intent, attempt);
                case RESOLVE -> resolve(intent, attempt);
                case ROLES, FOLLOW_ROLES -> awaitedRoles(intent, attempt);
            };
        } catch (FirstUpdate.Stopped e) {
            return new Ending.Parked(e.reason());
        } catch (XpmException.Rejected e) {
            return mayBeDone(intent, attempt) ? lookAgain() : new Ending.Parked(Reasons.declined(e));
        } catch (XpmException.OutcomeUnknown e) {
            return lookAgain();
        }
    }

    private Ending lookAgain() {
        return new Ending.Unclear(new Sending.Waiting(business.settled(), Attempt.UNKNOWN), business.settled());
    }

    /**
     * Where an answer was lost, XPM may decline the repeat because it has done it by now: one more look tells. A create
     * has rules of its own.
     */
    private static boolean mayBeDone(Intent intent, Attempt attempt) {
        List<StepResult> results = attempt.demand().calls().steps().stream()
                .map(SyncStep::getResult)
                .toList();
        return !(intent.sending() instanceof Sending.CreateUnknown)
                && results.contains(StepResult.UNCLEAR)
                && Collections.frequency(results, StepResult.REFUSED) == 1;
    }

    private Ending follow(Intent intent, Attempt attempt) {
        if (intent.clientIn(attempt.tenantId()).isEmpty()) {
            return new Ending.Settled(
                    Outcome.UNCHANGED,
                    Outcomes.reason(
                            "not-linked", "The entity is not linked to a client; nothing is created by itself."));
        }
        // A state equal to the last agreed one costs no call.
        if (!fieldsChanged(intent) && update.hasOurRoles(intent, attempt.tenantId())) {
            return new Ending.Settled(Outcome.UNCHANGED, Reasons.AS_AGREED);
        }
        return bringInStep(intent, attempt, true);
    }

    private static boolean fieldsChanged(Intent intent) {
        if (intent.entity() == null || intent.base().comparedAt() == null) {
            return true;
        }
        boolean fields = Arrays.stream(ComparedField.values())
                .filter(field -> field.appliesTo(intent.entity().getKind()))
                .anyMatch(field -> !field.isAgreed(intent.entity(), intent.base()));
        // What was sent and not seen since may stand in XPM instead of what was agreed.
        boolean unseen = !intent.base().sent().isEmpty();
        return fields || unseen;
    }

    private Ending bringInStep(Intent intent, Attempt attempt, boolean withRoles) {
        ClientState state = clientOf(intent, attempt, withRoles);
        return switch (state) {
            case ClientState.InStep inStep -> settled(attempt.demand(), inStep.notes());
            case ClientState.Stuck stuck -> stuck.ending();
        };
    }

    /** Whoever comes after the main entity, because a person tried again, joins the group by himself. */
    private Ending pushAlong(Intent intent, Attempt attempt) {
        return switch (clientOf(intent, attempt, false)) {
            case ClientState.Stuck stuck -> stuck.ending();
            case ClientState.InStep inStep -> {
                completion.joinLate(pushOf(attempt), attempt);
                yield settled(attempt.demand(), inStep.notes());
            }
        };
    }

    private Push pushOf(Attempt attempt) {
        return business.stores()
                .pushes()
                .find(business.id(), attempt.demand().eventId())
                .orElseThrow();
    }

    private Ending push(Intent intent, Attempt attempt) {
        Push push = pushOf(attempt);
        // Those who share its name or number wait until it is known whether it was created.
        boolean isUnclear = intent.sending() instanceof Sending.CreateUnknown;
        if (!isUnclear && completion.isWaitingForOthers(push)) {
            return new Ending.ForPeers();
        }
        return switch (clientOf(intent, attempt, push.asked().getRelationships())) {
            case ClientState.Stuck stuck -> stuck.ending();
            case ClientState.InStep inStep -> {
                // Group and documents come after those who go along, all the same.
                if (isUnclear && completion.isWaitingForOthers(push)) {
                    yield new Ending.ForPeers();
                }
                yield completion.complete(push, inStep.client(), attempt)
                        ? settled(attempt.demand(), inStep.notes())
                        : new Ending.ForPeers();
            }
        };
    }

    /** The roles that waited, once everybody is there whom the same act brings. */
    private Ending awaitedRoles(Intent intent, Attempt attempt) {
        Optional<String> clientId = intent.clientIn(attempt.tenantId());
        if (clientId.isEmpty() || intent.awaited().isEmpty()) {
            return new Ending.Settled(Outcome.UNCHANGED, null);
        }
        boolean moreToCome = intent.awaited().stream()
                .map(Waiters::holderOf)
                .anyMatch(holder -> PushCompletion.isOnTheWay(
                        business, holder, attempt.demand().eventId()));
        return moreToCome ? new Ending.ForPeers() : bringInStep(intent, attempt, true);
    }

    /** What a person decided on, and nothing else. */
    private Ending resolve(Intent intent, Attempt attempt) {
        Decision decision = business.stores()
                .actions()
                .find(business.id(), attempt.demand().eventId())
                .flatMap(asked -> Decision.of(asked).stream()
                        .filter(one -> intent.entityId().equals(one.entityId()))
                        .findFirst())
                .orElseThrow();
        if (intent.entity() == null) {
            return new Ending.Settled(Outcome.FAILED, Reasons.ENTITY_UNKNOWN);
        }
        Optional<String> clientId = intent.clientIn(attempt.tenantId());
        ClientState state = clientId.isPresent()
                ? update.resolve(intent, clientId.get(), attempt, decision)
                : created(intent, attempt, decision);
        return switch (state) {
            case ClientState.InStep inStep -> settled(attempt.demand(), inStep.notes());
            case ClientState.Stuck stuck -> stuck.ending();
        };
    }

    private ClientState created(Intent intent, Attempt attempt, Decision decision) {
        Entity entity = intent.entity();
        String expected = decision.expectedHash(null);
        if (!decision.isOfWhole()) {
            return failed("not-linked", "The entity is not linked to a client; create it first.");
        }
        if (entity != null
                && expected != null
                && !(intent.sending() instanceof Sending.CreateUnknown)
                && !expected.equalsIgnoreCase(SeenValues.hash(entity.getName(), null))) {
            return failed(Moved.CODE, Moved.TEXT);
        }
        return creation.create(intent, attempt, false);
    }

    private static ClientState failed(String code, String text) {
        return new ClientState.Stuck(new Ending.Settled(Outcome.FAILED, Outcomes.reason(code, text)));
    }

    private ClientState clientOf(Intent intent, Attempt attempt, boolean withRoles) {
        return intent.clientIn(attempt.tenantId())
                .map(clientId -> update.bringInStep(intent, clientId, attempt, withRoles))
                .orElseGet(() -> creation.create(intent, attempt, withRoles));
    }

    private static Ending settled(Demand demand, List<Reason> notes) {
        Outcome outcome =
                demand.created() ? Outcome.CREATED : demand.fields().isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED;
        return new Ending.Settled(outcome, joined(notes));
    }

    /** One reason with the texts of all; the first one gives its code. */
    private static @Nullable Reason joined(List<Reason> notes) {
        return notes.isEmpty()
                ? null
                : Outcomes.reason(
                        notes.getFirst().getCode(),
                        notes.stream().map(Reason::getText).collect(Collectors.joining(" ")));
    }

    /** How the client of an entity stands after an attempt. */
    sealed interface ClientState {

        /**
         * @param notes what a person should know of what was not written
         */
        record InStep(PracticeClient client, List<Reason> notes) implements ClientState {}

        record Stuck(Ending ending) implements ClientState {}
    }
}

package com.nowinfinity.xpm.report.activity;

import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.activity.Activity.Why;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an event says of single entities. Pairs that a run found in step are not told: that would drown the rest. */
final class Activities {

    private Activities() {}

    static Stream<Activity> of(SpecificRecord event) {
        return switch (event) {
            case EntityChanged changed -> ofChange(changed);
            case DocumentCreated created ->
                Stream.of(new Activity(
                        created.getOccurredAt(),
                        Topics.DOCUMENT_CREATED.name(),
                        created.getEntityId(),
                        null,
                        created.getEventId(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        0,
                        created.getDocumentId(),
                        null));
            case PushRequested push ->
                Stream.of(new Activity(
                        push.getOccurredAt(),
                        Topics.PUSH_REQUESTED.name(),
                        push.getEntityId(),
                        null,
                        push.getEventId(),
                        List.of(),
                        null,
                        new Why(code(push.getScope()), push.getPreview() ? "Preview of a push" : "Push"),
                        List.of(),
                        0,
                        null,
                        null));
            case ActionRequested action -> action.getTargets().stream().flatMap(target -> ofAction(action, target));
            case WorkPlanned plan -> plan.getEntityIds().stream().map(entityId -> ofPlan(plan, entityId));
            case ClientImported imported -> ofImport(imported);
            case EntityCompared compared -> ofComparison(compared);
            case EntitySynced synced -> ofOutcome(synced);
            default -> Stream.empty();
        };
    }

    private static Stream<Activity> ofChange(EntityChanged event) {
        if (event.getEntity() == null) {
            return Stream.empty();
        }
        return Stream.of(new Activity(
                event.getOccurredAt(),
                Topics.ENTITY_CHANGED.name(),
                event.getEntity().getEntityId(),
                event.getEntity().getVersion(),
                event.getEventId(),
                List.of(),
                null,
                new Why(code(event.getCause()), change(event.getLodgement())),
                List.of(),
                0,
                null,
                null));
    }

    private static String change(@Nullable Lodgement lodgement) {
        if (lodgement == null) {
            return "Changed in NowInfinity";
        }
        String form = lodgement.getForm() == null ? "Form" : "Form " + lodgement.getForm();
        return form + " " + code(lodgement.getState());
    }

    private static Stream<Activity> ofAction(ActionRequested event, ActionTarget target) {
        if (target.getEntityId() == null) {
            return Stream.empty();
        }
        return Stream.of(new Activity(
                event.getOccurredAt(),
                Topics.ACTION_REQUESTED.name(),
                target.getEntityId(),
                null,
                event.getEventId(),
                List.of(),
                null,
                new Why(code(event.getAction()), event.getPreview() ? "Preview" : "A person decided"),
                target.getField() == null ? List.of() : List.of(target.getField()),
                0,
                target.getDocumentId(),
                target.getClientId()));
    }

    private static Activity ofPlan(WorkPlanned event, String entityId) {
        List<String> fields = event.getFields().stream()
                .filter(field -> field.getEntityId().equals(entityId))
                .map(PlannedField::getField)
                .toList();
        return new Activity(
                event.getOccurredAt(),
                Topics.WORK_PLANNED.name(),
                entityId,
                null,
                event.getEventId(),
                causes(event.getForId()),
                null,
                why(event.getReason()),
                fields,
                0,
                null,
                null);
    }

    private static Stream<Activity> ofImport(ClientImported event) {
        if (event.getEntityId() == null) {
            return Stream.empty();
        }
        return Stream.of(new Activity(
                event.getOccurredAt(),
                Topics.CLIENT_IMPORTED.name(),
                event.getEntityId(),
                null,
                event.getEventId(),
                causes(event.getRunId()),
                null,
                null,
                event.getTake(),
                0,
                null,
                event.getClientId()));
    }

    private static Stream<Activity> ofComparison(EntityCompared event) {
        int differences = event.getDifferences().size();
        boolean askedFor = event.getActionId() != null;
        if (event.getEntityId() == null || (differences == 0 && !askedFor)) {
            return Stream.empty();
        }
        String text = differences == 1 ? "1 discrepancy" : differences + " discrepancies";
        return Stream.of(new Activity(
                event.getOccurredAt(),
                Topics.ENTITY_COMPARED.name(),
                event.getEntityId(),
                null,
                event.getEventId(),
                causes(askedFor ? event.getActionId() : event.getRunId()),
                null,
                differences == 0 ? new Why("in-step", "Checked again: in step") : new Why("differs", text),
                List.of(),
                0,
                null,
                event.getClientId()));
    }

    private static Stream<Activity> ofOutcome(EntitySynced event) {
        Reason reason = event.getReason();
        return Stream.of(new Activity(
                event.getOccurredAt(),
                Topics.ENTITY_SYNCED.name(),
                event.getEntityId(),
                event.getVersion() == 0 ? null : event.getVersion(),
                event.getEventId(),
                event.getCausedBy(),
                event.getOutcome() == Outcome.UNKNOWN ? null : event.getOutcome(),
                why(reason),
                event.getFields(),
                event.getCalls(),
                event.getDocumentId(),
                event.getClientId(),
                event.getSteps().stream().map(Steps::of).toList()));
    }

    private static List<String> causes(@Nullable String id) {
        return id == null || id.isEmpty() ? List.of() : List.of(id);
    }

    private static @Nullable Why why(@Nullable Reason reason) {
        return reason == null ? null : new Why(reason.getCode(), reason.getText());
    }

    private static String code(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.StaffReference;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Candidate;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.ImportedGroup;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one go at a run. Their ids follow from run, go and subject. */
public final class RunTelling {

    private final SyncRequested asked;
    private final int attempt;
    private final @Nullable String actionId;
    private final InstantSource clock;

    public RunTelling(Run run, InstantSource clock) {
        this.asked = run.asked();
        this.attempt = run.attempt();
        this.actionId = null;
        this.clock = clock;
    }

    private RunTelling(ActionRequested action, InstantSource clock) {
        this.asked = SyncRequested.newBuilder()
                .setBusinessId(action.getBusinessId())
                .setRequestedBy(action.getRequestedBy())
                .build();
        this.attempt = 0;
        this.actionId = action.getEventId();
        this.clock = clock;
    }

    /** A look at single records, outside of any run. */
    public static RunTelling ofLook(ActionRequested action, InstantSource clock) {
        return new RunTelling(action, clock);
    }

    /**
     * @param base what the two agreed on before: a change lies between the snapshot it is from and now
     */
    public EntityCompared compared(
            @Nullable Entity entity,
            @Nullable PracticeClient client,
            @Nullable MatchEvidence match,
            List<FieldDifference> differences,
            Base base) {
        String entityId = entity == null ? null : entity.getEntityId();
        String clientId = client == null ? null : client.id();
        return EntityCompared.newBuilder()
                .setEventId(id("compared", entityId + "|" + clientId))
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(clock.instant())
                .setRunId(asked.getRunId())
                .setEntityId(entityId)
                .setClientId(clientId)
                .setEntityName(entity == null ? null : entity.getName())
                .setEntityKind(entity == null ? null : entity.getKind())
                .setMatch(match)
                .setClient(client == null ? null : summary(client))
                .setDifferences(differences.stream()
                        .map(difference -> difference(difference, base))
                        .toList())
                .setAttempt(attempt)
                .setActionId(actionId)
                .build();
    }

    /** A record of which there is nothing to say any more. */
    public EntityCompared nothing(@Nullable String entityId, @Nullable String clientId) {
        return EntityCompared.newBuilder()
                .setEventId(id("compared", entityId + "|" + clientId))
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(clock.instant())
                .setRunId(asked.getRunId())
                .setEntityId(entityId)
                .setClientId(clientId)
                .setAttempt(attempt)
                .setActionId(actionId)
                .build();
    }

    public ClientImported imported(String tenantId, PracticeClient client, Entity asEntity, List<String> take) {
        String entityId = asEntity.getEntityId();
        return ClientImported.newBuilder()
                .setEventId(id("imported", client.id() + take))
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(clock.instant())
                .setTenantId(tenantId)
                .setClientId(client.id())
                .setEntityId(entityId.isEmpty() ? null : entityId)
                .setEntity(asEntity)
                .setTake(take)
                .setRunId(actionId == null ? asked.getRunId() : null)
                .setGroups(client.groups().stream()
                        .map(group -> ImportedGroup.newBuilder()
                                .setGroupId(group.id())
                                .setName(group.name())
                                .build())
                        .toList())
                .build();
    }

    public SyncProgressed progressed(String phase, long done, long total) {
        return SyncProgressed.newBuilder()
                .setEventId(id("progressed", phase + done + "/" + total))
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(clock.instant())
                .setRunId(asked.getRunId())
                .setPhase(phase)
                .setDone(done)
                .setTotal(total)
                .build();
    }

    public SyncFinished finished(
            RunEnd end,
            long compared,
            Map<String, Long> counts,
            Collection<String> structuresSeen,
            @Nullable Reason reason) {
        return SyncFinished.newBuilder()
                .setEventId(id("finished", ""))
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(clock.instant())
                .setRunId(asked.getRunId())
                .setState(end)
                .setCompared(compared)
                .setCounts(counts.entrySet().stream()
                        .map(count -> Count.newBuilder()
                                .setName(count.getKey())
                                .setCount(count.getValue())
                                .build())
                        .toList())
                .setStructuresSeen(List.copyOf(structuresSeen))
                .setReason(reason)
                .setRequestedBy(asked.getRequestedBy())
                .setAttempt(attempt)
                .build();
    }

    private Difference difference(FieldDifference difference, Base base) {
        LocalDate dueDate = difference.dueDate();
        return Difference.newBuilder()
                .setKind(difference.kind().code())
                .setField(difference.field())
                .setNowInfinity(difference.ours())
                .setXpm(difference.theirs())
                .setBase(difference.base())
                .setChangedBy(difference.changedBy())
                .setSince(since(difference, base))
                .setUntil(clock.instant())
                .setDueDate(dueDate == null ? null : dueDate.toString())
                .setSeverity(difference.severity())
                .setConcerns(difference.concerns())
                .setCandidates(difference.candidates().stream()
                        .map(RunTelling::candidate)
                        .toList())
                .build();
    }

    private static Candidate candidate(PracticeClient client) {
        return Candidate.newBuilder()
                .setClientId(client.id())
                .setName(client.name())
                .setKind(client.registration().businessStructure())
                .setAcn(client.registration().companyNumber())
                .setAbn(client.registration().businessNumber())
                .setClientCode(client.practice().clientCode())
                .setWebUrl(client.practice().webUrl())
                .setArchived(client.archived())
                .build();
    }

    /** Only where it is known who moved, and not of labels and twins, of which nobody keeps since when. */
    private static @Nullable Instant since(FieldDifference difference, Base base) {
        DifferenceKind kind = difference.kind();
        boolean known = difference.field() == null
                ? kind != DifferenceKind.STRUCTURE_DIFFERS && kind != DifferenceKind.DUPLICATE_IN_XPM
                : difference.changedBy() != ChangedBy.UNKNOWN;
        return known ? base.differsSince(difference.field()) : null;
    }

    private static ClientSummary summary(PracticeClient client) {
        return ClientSummary.newBuilder()
                .setName(client.name())
                .setKind(client.registration().businessStructure())
                .setPartner(name(client.practice().partner()))
                .setManager(name(client.practice().manager()))
                .setGroups(client.groups().stream()
                        .map(ClientGroup::name)
                        .filter(Objects::nonNull)
                        .toList())
                .setClientCode(client.practice().clientCode())
                .setWebUrl(client.practice().webUrl())
                .build();
    }

    private static @Nullable String name(@Nullable StaffReference staff) {
        return staff == null ? null : staff.name();
    }

    private String id(String what, String subject) {
        return UUID.nameUUIDFromBytes(
                        (asked.getBusinessId() + "/" + (actionId == null ? asked.getRunId() + "/" + attempt : actionId)
                                        + "/" + what + "/" + subject)
                                .getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

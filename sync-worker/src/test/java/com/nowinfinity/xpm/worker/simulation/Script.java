package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.Entities;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What businesses and their people do. */
final class Script {

    static final List<String> BUSINESSES = List.of("harbour", "quay", "wharf");

    /** An entity, and where it belongs. */
    record Subject(
            String businessId,
            String tenantId,
            String entityId,
            String name,
            @Nullable String acn,
            List<String> directors,
            @Nullable String resignedOn) {

        Subject(String businessId, String tenantId, String entityId, String name, @Nullable String acn) {
            this(businessId, tenantId, entityId, name, acn, List.of(), null);
        }

        /** The same without a number, so that it is known by its name alone. */
        Subject withoutNumber() {
            return numbered(null);
        }

        Subject renamed(String newName) {
            return new Subject(businessId, tenantId, entityId, newName, acn, directors, resignedOn);
        }

        Subject numbered(@Nullable String newAcn) {
            return new Subject(businessId, tenantId, entityId, name, newAcn, directors, resignedOn);
        }

        Subject directedBy(Subject... who) {
            List<String> holders = Stream.of(who).map(Subject::entityId).toList();
            return new Subject(businessId, tenantId, entityId, name, acn, holders, resignedOn);
        }

        /** Its directors are so no more, or are again. */
        Subject withResignation(@Nullable String day) {
            return new Subject(businessId, tenantId, entityId, name, acn, directors, day);
        }
    }

    private record Appended<T extends SpecificRecord>(Topic<T> topic, String businessId, T event) {}

    private final SimWorld world;
    private final Partitions partitions;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Optional<String>> resignations = new HashMap<>();
    private final Map<String, String> papers = new HashMap<>();
    private final List<Pushed> pushes = new ArrayList<>();
    private final List<Appended<?>> appended = new ArrayList<>();
    private final Map<String, Long> revisions = new HashMap<>();

    Script(SimWorld world, Partitions partitions) {
        this.world = world;
        this.partitions = partitions;
    }

    List<Subject> subjects() {
        return subjects;
    }

    List<Pushed> pushes() {
        return pushes;
    }

    /** What an entity is called, by the address that it has at the same version. */
    Map<String, String> names() {
        return names;
    }

    /** Whether its directors are what they are at the version that its address tells. */
    List<String> wronglyDirected(PracticeClient shown) {
        Optional<String> resigned = resignation(shown);
        return shown.relationships().stream()
                .map(row -> Optional.ofNullable(row.endDate()).map(LocalDate::toString))
                .filter(ended -> !ended.equals(resigned))
                .map(ended -> "%s has a director until %s who is so until %s"
                        .formatted(shown.contact().email(), ended, resigned))
                .toList();
    }

    /** When its directors resigned, at the version that its address tells. */
    Optional<String> resignation(PracticeClient shown) {
        return resignations.getOrDefault(shown.contact().email(), Optional.empty());
    }

    /** The newest version that was told, by entity. */
    Map<String, Long> newest() {
        return newest;
    }

    /** Three connected businesses that follow, with a few entities each, pushed and changed within some minutes. */
    Script busy(int entities, int changes) {
        return busy(BUSINESSES, entities, changes);
    }

    Script busy(List<String> businesses, int entities, int changes) {
        for (String businessId : businesses) {
            connect(businessId, tenantOf(businessId), 1);
            for (int number = 1; number <= entities; number++) {
                Subject subject = subject(businessId, number);
                if (world.scheduler.chance(0.3)) {
                    subject = subject.withoutNumber();
                }
                List<Long> versions = new ArrayList<>();
                for (long version = 1; version <= changes; version++) {
                    versions.add(version);
                }
                // Mostly in order; a portal that retries may turn two around.
                if (world.scheduler.chance(0.3)) {
                    int at = world.scheduler.chance.nextInt(changes);
                    versions.add(versions.remove(at));
                }
                long pushAfter = world.scheduler.chance.nextInt(changes);
                List<Subject> called = called(subject, changes);
                for (int i = 0; i < versions.size(); i++) {
                    long version = versions.get(i);
                    boolean messenger = world.scheduler.chance(0.8);
                    change(
                            called.get((int) version - 1),
                            version,
                            messenger ? ChangeCause.CORPORATE_MESSENGER : ChangeCause.EDITED);
                    if (i == pushAfter) {
                        push(subject);
                    }
                }
            }
        }
        return this;
    }

    /**
     * Three connected businesses. In each, two companies are directed by a third, have a paper each, and are pushed with
     * all that belongs to them into one new group.
     */
    Script families(int changes) {
        for (String businessId : BUSINESSES) {
            connect(businessId, tenantOf(businessId), 1);
            Subject director = subject(businessId, 3);
            change(director, 1, ChangeCause.EDITED);
            for (int number = 1; number <= 2; number++) {
                Subject company = subject(businessId, number).directedBy(director);
                change(company, 1, ChangeCause.EDITED);
                paper(company);
                push(company, List.of(director), "Family of " + businessId);
                List<Subject> called = called(company, changes);
                for (int version = 2; version <= changes; version++) {
                    // Now and then the director resigns, and a later lodgement takes it back.
                    Subject changed =
                            called.get(version - 1).withResignation(world.scheduler.chance(0.3) ? "2024-06-30" : null);
                    change(changed, version, ChangeCause.CORPORATE_MESSENGER);
                }
            }
        }
        return this;
    }

    /** What it is called at each version: now and then it is renamed. */
    private List<Subject> called(Subject subject, int versions) {
        List<Subject> called = new ArrayList<>();
        Subject now = subject;
        for (int version = 1; version <= versions; version++) {
            if (world.scheduler.chance(0.3)) {
                now = now.renamed("Firm " + version + " " + subject.entityId());
            }
            called.add(now);
        }
        return called;
    }

    static String tenantOf(String businessId) {
        return "tenant-of-" + businessId;
    }

    /** Empty for an organisation that is nobody's at first. */
    static Optional<String> businessOf(String tenantId) {
        return BUSINESSES.stream()
                .filter(businessId -> tenantOf(businessId).equals(tenantId))
                .findFirst();
    }

    Subject subject(String businessId, int number) {
        String id = businessId + "-" + number;
        Subject subject = new Subject(
                businessId, tenantOf(businessId), id, "Company " + id, acn(businessId.hashCode() % 100 * 100 + number));
        subjects.add(subject);
        return subject;
    }

    void connect(String businessId, String tenantId, long epoch) {
        connection(businessId, tenantId, epoch, ConnectionState.CONNECTED, true, null);
    }

    void disconnect(String businessId) {
        connection(businessId, tenantOf(businessId), 1, ConnectionState.RECONNECT_REQUIRED, true, null);
    }

    /** A person has ended the connection. */
    void leave(String businessId) {
        connection(businessId, null, 2, ConnectionState.NOT_CONNECTED, true, null);
    }

    void unfollow(String businessId) {
        connection(businessId, tenantOf(businessId), 1, ConnectionState.CONNECTED, false, null);
    }

    /** Tells of the connection as it is, with when its links were given up last. */
    void withLinksForgottenAt(String businessId, Instant forgottenAt) {
        connection(businessId, tenantOf(businessId), 1, ConnectionState.CONNECTED, true, forgottenAt);
    }

    private void connection(
            String businessId,
            @Nullable String tenantId,
            long epoch,
            ConnectionState state,
            boolean following,
            @Nullable Instant linksForgottenAt) {
        append(
                Topics.CONNECTION_CHANGED,
                businessId,
                ConnectionChanged.newBuilder()
                        .setEventId(id())
                        .setBusinessId(businessId)
                        .setOccurredAt(time())
                        .setEpoch(epoch)
                        .setRevision(revisions.merge(businessId, 1L, Long::sum))
                        .setState(state)
                        .setTenantId(tenantId)
                        .setFollowing(following)
                        .setLinksForgottenAt(linksForgottenAt)
                        .setLabels(List.of(StructureLabels.newBuilder()
                                .setStructure("COMPANY")
                                .setLabels("Company")
                                .build()))
                        .build());
    }

    String change(Subject subject, long version, ChangeCause cause) {
        return tell(subject, version, version, cause);
    }

    /** A followed version with the address of an earlier one: nothing but its directors may be new. */
    String tellAgain(Subject subject, long version, long earlier) {
        return tell(subject, version, earlier, ChangeCause.CORPORATE_MESSENGER);
    }

    private String tell(Subject subject, long version, long shown, ChangeCause cause) {
        String email = email(subject.entityId(), shown);
        Entity entity = Entities.company(subject.entityId(), subject.name())
                .setVersion(version)
                .setAcn(subject.acn())
                .setEmail(email)
                .setRelationships(subject.directors().stream()
                        .map(director ->
                                Entities.role(RelationshipType.DIRECTOR, director, "2020-01-01", subject.resignedOn()))
                        .toList())
                .build();
        names.put(email, subject.name());
        resignations.put(email, Optional.ofNullable(subject.resignedOn()));
        return tell(subject, entity, shown, cause);
    }

    /** @param shown the version that its address tells */
    String tell(Subject subject, Entity entity, long shown, ChangeCause cause) {
        EntityChanged event = EntityChanged.newBuilder()
                .setEventId(id())
                .setBusinessId(subject.businessId())
                .setOccurredAt(time())
                .setCause(cause)
                .setEntity(entity)
                .build();
        newest.merge(subject.entityId(), entity.getVersion(), Math::max);
        world.story.ask(event.getEventId(), subject.entityId(), shown, cause == ChangeCause.CORPORATE_MESSENGER);
        append(Topics.ENTITY_CHANGED, subject.businessId(), event);
        return event.getEventId();
    }

    /** An address that tells whose it is, and of which version. */
    static String email(String entityId, long version) {
        return "v" + version + "@" + entityId + ".example";
    }

    String push(Subject subject) {
        return push(subject, List.of(), null);
    }

    /** With its relationships and papers. */
    String push(Subject subject, List<Subject> directors, @Nullable String newGroup) {
        PushRequested event = PushRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(subject.businessId())
                .setOccurredAt(time())
                .setPushId(id())
                .setEntityId(subject.entityId())
                .setScope(directors.isEmpty() ? PushScope.ENTITY_ONLY : PushScope.ALL)
                .setRelationships(!directors.isEmpty())
                .setGroupMode(newGroup == null ? GroupMode.NONE : GroupMode.NEW)
                .setGroupName(newGroup)
                .setDocuments(papers.containsKey(subject.entityId()))
                .setRequestedBy("olivia")
                .build();
        world.story.ask(event.getEventId(), subject.entityId(), 0, true);
        directors.forEach(director -> world.story.askAlong(event.getEventId(), event.getPushId(), director.entityId()));
        Optional.ofNullable(papers.get(subject.entityId()))
                .ifPresent(paper -> world.story.askWith(event.getEventId(), paper, subject.entityId()));
        pushes.add(new Pushed(event.getEventId(), subject, directors, newGroup, papers.get(subject.entityId())));
        append(Topics.PUSH_REQUESTED, subject.businessId(), event);
        return event.getEventId();
    }

    /** What a push with relationships would do, to be found by its id. Nothing comes of it. */
    String preview(Subject subject, PushScope scope) {
        String pushId = id();
        append(
                Topics.PUSH_REQUESTED,
                subject.businessId(),
                PushRequested.newBuilder()
                        .setEventId(id())
                        .setBusinessId(subject.businessId())
                        .setOccurredAt(time())
                        .setPushId(pushId)
                        .setEntityId(subject.entityId())
                        .setScope(scope)
                        .setRelationships(true)
                        .setGroupMode(GroupMode.NONE)
                        .setPreview(true)
                        .setRequestedBy("olivia")
                        .build());
        return pushId;
    }

    /** A person decides on all of an entity. */
    String decide(Action action, Subject subject, @Nullable String clientId) {
        ActionRequested event = ActionRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(subject.businessId())
                .setOccurredAt(time())
                .setAction(action)
                .setTargets(List.of(ActionTarget.newBuilder()
                        .setEntityId(subject.entityId())
                        .setClientId(clientId)
                        .build()))
                .setRequestedBy("olivia")
                .build();
        world.story.ask(event.getEventId(), subject.entityId(), 0, false);
        append(Topics.ACTION_REQUESTED, subject.businessId(), event);
        return event.getEventId();
    }

    /** Tells a document of an entity; its id. */
    String paper(Subject subject) {
        return tellOfPaper(subject).getDocumentId();
    }

    DocumentCreated tellOfPaper(Subject subject) {
        String documentId = "minutes-of-" + subject.entityId();
        papers.put(subject.entityId(), documentId);
        DocumentCreated event = DocumentCreated.newBuilder()
                .setEventId(id())
                .setBusinessId(subject.businessId())
                .setOccurredAt(time())
                .setDocumentId(documentId)
                .setEntityId(subject.entityId())
                .setTitle("Minutes")
                .setFileName(documentId + ".pdf")
                .setExecuted(true)
                .build();
        world.story.ask(event.getEventId(), documentId, 0, false);
        append(Topics.DOCUMENT_CREATED, subject.businessId(), event);
        return event;
    }

    /** A person starts a run. */
    void run(String businessId, String runId) {
        SyncRequested event = SyncRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(time())
                .setRunId(runId)
                .setRequestedBy("olivia")
                .build();
        append(Topics.SYNC_REQUESTED, businessId, event);
    }

    /** Everything that was ever published comes again. */
    void replay() {
        for (Appended<?> each : List.copyOf(appended)) {
            again(each);
        }
    }

    /** Lets that much time go by before what comes next. */
    private Duration at = Duration.ZERO;

    Script later(Duration duration) {
        at = at.plus(duration);
        return this;
    }

    /** When what comes next happens. */
    Instant time() {
        return world.scheduler.now().plus(at);
    }

    private int mostMillisBetween = 2_500;

    /** What comes next comes at the same moment. */
    Script atOnce() {
        mostMillisBetween = 1;
        return this;
    }

    private <T extends SpecificRecord> void append(Topic<T> topic, String businessId, T event) {
        Appended<T> each = new Appended<>(topic, businessId, event);
        appended.add(each);
        at = at.plusMillis(world.scheduler.chance.nextInt(mostMillisBetween));
        again(each);
        // A publisher that heard no answer says it once more.
        if (world.scheduler.chance(0.1)) {
            again(each);
        }
    }

    private <T extends SpecificRecord> void again(Appended<T> each) {
        int partition = partitions.of(each.businessId());
        world.scheduler.after(at, () -> {
            world.broker.append(each.topic(), partition, each.businessId(), each.event());
            world.heard(partition);
        });
    }

    private String id() {
        return new UUID(world.scheduler.chance.nextLong(), world.scheduler.chance.nextLong()).toString();
    }

    /** A number with a valid check digit. */
    private static String acn(int number) {
        String digits = "%08d".formatted(Math.abs(number) + 10_000);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (8 - i);
        }
        return digits + (10 - sum % 10) % 10;
    }
}

package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.http.CallObserver;
import com.nowinfinity.xpm.api.http.HttpXpmApi;
import com.nowinfinity.xpm.api.http.XpmApiConfiguration;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A worker was killed while it created a client: F4 and F5. The next one finds its slot open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostCreateIT {

    private static final Limits LIMITS =
            new Limits(60, 5, 5_000, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(7), Duration.ofMinutes(15));

    private final World world;

    LostCreateIT() throws Exception {
        world = new World(200, 2, "xpm.answer-deadline=1s");
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void adoptsTheClientThatWasCreatedBeforeTheKill() {
        Entity entity = company("c-applied", "Lost Answer Holdings Pty Ltd", "010499966");
        PushRequested push = killedWhileCreating(entity);
        PracticeClient applied = createdBehindOurBack(entity);
        world.resumeWorker();

        EntitySynced outcome = world.outcome(push.getEventId(), "c-applied");

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(outcome.getClientId()).isEqualTo(applied.id());
        assertThat(named(entity)).hasSize(1);
    }

    @Test
    void createsOnceWhenTheCallNeverLeft() {
        Entity entity = company("c-lost", "Never Sent Pty Ltd", "002724334");
        PushRequested push = killedWhileCreating(entity);
        world.resumeWorker();

        assertThat(world.outcome(push.getEventId(), "c-lost").getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(named(entity)).hasSize(1);
    }

    /** What a worker leaves behind that dies between taking the slot and hearing the answer. */
    private PushRequested killedWhileCreating(Entity entity) {
        String id = entity.getEntityId();
        world.outcome(world.change(entity, ChangeCause.CREATED), id);
        world.stopWorker();
        PushRequested push = PushRequested.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setPushId(World.id())
                .setEntityId(id)
                .setScope(PushScope.ENTITY_ONLY)
                .build();
        return world.database.inStores(stores -> {
            stores.pushes().record(push, 0, Map.of());
            stores.pushes()
                    .find(world.businessId, push.getEventId())
                    .ifPresent(stored -> stores.pushes()
                            .expand(stored.expanded(
                                    world.xero.tenantId(),
                                    WorkPlanned.newBuilder()
                                            .setEntityIds(List.of(id))
                                            .build())));
            stores.intents()
                    .update(
                            world.businessId,
                            id,
                            intent -> intent.demanding(
                                    Demand.of(push.getEventId(), Demand.Kind.PUSH, 1, world.xero.tenantId())));
            leaveOpen(stores, new Slot(World.id(), Slot.Purpose.CREATE, id, Instant.now()));
            return push;
        });
    }

    private void leaveOpen(Stores stores, Slot slot) {
        Organisation standing = stores.organisations().find(world.businessId);
        stores.organisations().save(standing.with(world.xero.tenantId(), quota -> switch (quota.ask(
                slot, true, LIMITS, Instant.now())) {
            case Quota.Granted granted -> granted.quota();
            case Quota.Refused refused ->
                throw new AssertionError(refused.reason().getText());
        }));
    }

    private PracticeClient createdBehindOurBack(Entity entity) {
        try (HttpXpmApi xpm = xpm()) {
            return xpm.addClient(
                            call(),
                            ClientDraft.of(ClientPatch.NONE
                                    .set(ClientElement.NAME, entity.getName())
                                    .set(ClientElement.BUSINESS_STRUCTURE, "Company")
                                    .set(ClientElement.COMPANY_NUMBER, entity.getAcn())))
                    .value();
        }
    }

    private List<PracticeClient> named(Entity entity) {
        try (HttpXpmApi xpm = xpm()) {
            return xpm.searchClients(call(), entity.getName()).value();
        }
    }

    private HttpXpmApi xpm() {
        return HttpXpmApi.create(XpmApiConfiguration.of(world.xero.apiUri()), CallObserver.NONE, Instant::now);
    }

    private Call call() {
        return Call.with(new Credentials(world.xero.tenantId(), new AccessToken(world.xero.token)));
    }

    private static Entity company(String id, String name, String acn) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setVersion(1)
                .setKind(EntityKind.COMPANY)
                .setName(name)
                .setAcn(acn)
                .setStatus(EntityStatus.ACTIVE)
                .build();
    }
}

package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list of changes of more clients than are looked up at a time. */
class MirrorChangesTest {

    private static final String BUSINESS = "harbour";
    private static final String TENANT = Script.tenantOf(BUSINESS);
    private static final int CLIENTS = 450;
    private static final Instant LISTED = Instant.parse("2026-03-02T01:00:00Z");

    private final SimWorld world = new SimWorld(1);
    private final Mirror mirror = new Mirror(world.shelf("mirror"), () -> Instant.EPOCH);
    private final List<String> clients = IntStream.range(0, CLIENTS)
            .mapToObj(number -> world.practices
                    .add(TENANT, ClientPatch.NONE.set(ClientElement.NAME, "Client " + number))
                    .id())
            .toList();

    @Test
    void keepsEachOfALongListWhetherItWasKnownBeforeOrNot() {
        clients.subList(0, CLIENTS / 2).forEach(client -> mirror.show(BUSINESS, TENANT, shown(client)));
        clients.forEach(client -> world.practices.edit(TENANT, client, ClientElement.EMAIL, "new@" + client));

        try (Mirror.Changes changes = mirror.changes(BUSINESS, TENANT)) {
            clients.forEach(client -> changes.show(shown(client)));
            changes.finish(LISTED);
        }

        assertThat(clients).allSatisfy(client -> assertThat(emailOf(client)).isEqualTo("new@" + client));
        assertThat(mirror.count(BUSINESS, TENANT)).isEqualTo(CLIENTS);
        assertThat(mirror.listedAt(BUSINESS, TENANT)).contains(LISTED);
    }

    @Test
    void takesNothingBackThatAnotherCallShowedMeanwhile() {
        clients.forEach(client -> mirror.show(BUSINESS, TENANT, shown(client)));
        String edited = clients.getFirst();

        try (Mirror.Changes changes = mirror.changes(BUSINESS, TENANT)) {
            clients.forEach(client -> world.practices.edit(TENANT, client, ClientElement.EMAIL, "listed@" + client));
            List<PracticeClient> listed = clients.stream().map(this::shown).toList();
            changes.show(listed.getFirst());
            world.practices.edit(TENANT, edited, ClientElement.EMAIL, "newer@" + edited);
            mirror.show(BUSINESS, TENANT, shown(edited));
            listed.subList(1, CLIENTS).forEach(changes::show);
            changes.finish(LISTED);
        }

        assertThat(emailOf(edited)).isEqualTo("newer@" + edited);
        assertThat(clients.subList(1, CLIENTS))
                .allSatisfy(client -> assertThat(emailOf(client)).isEqualTo("listed@" + client));
    }

    @Test
    void forgetsNobodyWhoAppearedWhileTheWholeListWasOnItsWay() {
        clients.forEach(client -> mirror.show(BUSINESS, TENANT, shown(client)));
        String gone = clients.getLast();
        List<PracticeClient> listed =
                clients.subList(0, CLIENTS - 1).stream().map(this::shown).toList();
        String added = world.practices
                .add(TENANT, ClientPatch.NONE.set(ClientElement.NAME, "Added meanwhile"))
                .id();

        try (Mirror.Renewal renewal = mirror.renew(BUSINESS, TENANT)) {
            mirror.show(BUSINESS, TENANT, shown(added));
            listed.forEach(renewal::show);
            renewal.finish(LISTED);
        }

        assertThat(mirror.find(BUSINESS, TENANT, added)).isPresent();
        assertThat(mirror.find(BUSINESS, TENANT, gone)).isEmpty();
        assertThat(mirror.count(BUSINESS, TENANT)).isEqualTo(CLIENTS);
    }

    private String emailOf(String client) {
        return Objects.requireNonNull(
                mirror.find(BUSINESS, TENANT, client).orElseThrow().contact().email());
    }

    private PracticeClient shown(String client) {
        return world.practices.find(TENANT, client).orElseThrow();
    }
}

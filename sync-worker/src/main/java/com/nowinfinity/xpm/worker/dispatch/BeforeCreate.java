package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Trustees;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.matching.Agreed;
import com.nowinfinity.xpm.worker.matching.ClientMatcher;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.matching.Subject;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** Whether an entity that is to be created is there already, among the clients that it may be. */
final class BeforeCreate {

    private final Business business;
    private final String tenantId;
    private final ClientMatcher matcher;

    BeforeCreate(Business business, String tenantId, Intent intent, Entity entity, Collection<PracticeClient> known) {
        this.business = business;
        this.tenantId = tenantId;
        this.matcher = new ClientMatcher(
                known.stream()
                        .filter(client -> !intent.refused().contains(client.id()))
                        .filter(client -> !isLinkedToTrustOf(entity, client))
                        .toList(),
                business.connection().labels());
    }

    /** @param state of the entity, as it is or as it was once sent */
    Match match(Entity state) {
        Set<String> trustees = Trustees.numbersOf(state, new LinkedPeers(business, tenantId));
        return matcher.beforeCreate(new Subject(state, null, Set.of(), trustees, Agreed.NONE));
    }

    /** A trust's client may carry its trustee's number and a name that says nothing: it is not the trustee all the same. */
    private boolean isLinkedToTrustOf(Entity entity, PracticeClient client) {
        if (!showsAcnOf(entity, client) || Objects.equals(Names.firm(entity.getName()), Names.firm(client.name()))) {
            return false;
        }
        return business.leading(tenantId, client.id())
                .map(leader -> business.stores().intents().find(business.id(), leader))
                .filter(trust -> trust.newest()
                        .filter(newest -> Trustees.idsOf(newest).contains(entity.getEntityId()))
                        .isPresent())
                .filter(trust ->
                        Contradiction.of(business, trust, client, tenantId).isEmpty())
                .isPresent();
    }

    private static boolean showsAcnOf(Entity entity, PracticeClient client) {
        String acn = Numbers.validAcn(entity.getAcn());
        return acn != null && acn.equals(Numbers.validAcn(client.registration().companyNumber()));
    }
}

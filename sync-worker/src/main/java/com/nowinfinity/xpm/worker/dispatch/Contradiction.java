package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.Trustees;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.matching.Agreed;
import com.nowinfinity.xpm.worker.matching.Subject;
import com.nowinfinity.xpm.worker.matching.Vetoes;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.Optional;
import java.util.Set;

/**
 * What speaks against a link, whoever made it, by the same vetoes as in a run. Nothing is written to such a client, for
 * it may be somebody else's (domain 3.2).
 */
final class Contradiction {

    private static final String CODE = "link-contradicted";

    private Contradiction() {}

    /** @param client the linked client, as XPM shows it now */
    static Optional<Reason> of(Business business, Intent intent, PracticeClient client, String tenantId) {
        Entity entity = intent.entity();
        if (entity == null) {
            return Optional.empty();
        }
        Peers peers = new LinkedPeers(business, tenantId);
        return contradiction(business, intent, entity, client, Trustees.numbersOf(entity, peers))
                // Trustees that XPM alone knows are looked up only where they may explain it.
                .flatMap(found ->
                        contradiction(business, intent, entity, client, Trustees.numbersOf(entity, client, peers)))
                .map(Contradiction::reason);
    }

    private static Optional<String> contradiction(
            Business business, Intent intent, Entity entity, PracticeClient client, Set<String> trustees) {
        Subject subject = new Subject(entity, client.id(), intent.refused(), trustees, Agreed.of(intent.base()));
        return Vetoes.between(subject, client, business.connection().labels());
    }

    private static Reason reason(String contradiction) {
        return Outcomes.reason(
                CODE,
                "The link to this client is contradicted by " + contradiction
                        + ": link the right client, or correct what is wrong in NowInfinity or Practice Manager, then retry.");
    }

    /** Whether an entity was found to be linked to the wrong client, and nobody has put it right yet. */
    static boolean holds(Intent intent) {
        return intent.sending() instanceof Sending.Parked parked
                && parked.reason().getCode().equals(CODE);
    }
}

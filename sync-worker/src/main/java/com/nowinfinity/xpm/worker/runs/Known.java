package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.matching.Agreed;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What matching has to know of an entity while a run lasts; the rest of its intent is read when its turn comes.
 *
 * @param linked the client it is linked to within the organisation of the run; null when none
 * @param refused clients that a person has said it is not
 * @param agreed under its link
 */
record Known(Entity entity, @Nullable String linked, Set<String> refused, Agreed agreed) {

    /** Empty for an intent of which only a link is known. */
    static Optional<Known> of(Intent intent, String tenantId) {
        return intent.newest()
                .map(entity -> new Known(
                        entity, intent.clientIn(tenantId).orElse(null), intent.refused(), Agreed.of(intent.base())));
    }
}

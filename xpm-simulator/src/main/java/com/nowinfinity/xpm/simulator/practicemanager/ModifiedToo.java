package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Clients that a change beside them moves for {@code modifiedsince}, where XPM is read so. */
final class ModifiedToo {

    private ModifiedToo() {}

    /** The change, and after it a new time for each of the clients if the reading says so. */
    static List<Change> by(
            Reading reading, Organisation organisation, Call call, Change change, Collection<String> clientIds) {
        List<Change> changes = new ArrayList<>(List.of(change));
        if (call.conventions().is(reading)) {
            for (String id : new LinkedHashSet<>(clientIds)) {
                Client client = ClientReads.known(organisation, id);
                changes.add(new Change.ClientPut(client.withContacts(client.contacts(), call.at())));
            }
        }
        return changes;
    }
}

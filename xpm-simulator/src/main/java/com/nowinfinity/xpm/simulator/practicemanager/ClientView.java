package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.util.List;

/** A client with what an answer shows around it, as of one moment; can be written after the organisation moved on. */
record ClientView(
        Organisation organisation,
        Client client,
        List<Group> groups,
        List<Relationship> relationships,
        boolean mirrorSharesId) {

    static ClientView of(Organisation organisation, Client client, Call call) {
        return new ClientView(
                organisation,
                client,
                organisation.groupsOf(client.id()),
                organisation.relationshipsOf(client.id()),
                call.conventions().is(Reading.MIRROR_SHARES_ID));
    }
}

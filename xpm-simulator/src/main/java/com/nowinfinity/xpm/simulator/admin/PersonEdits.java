package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.journal.Journal;
import com.nowinfinity.xpm.simulator.journal.JournalLine;
import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody in the practice does inside XPM: no call, no limit, no check of what is typed. */
public final class PersonEdits {

    private final InstantSource clock;
    private final Journal journal;

    public PersonEdits(InstantSource clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Sets elements by the names they have in an answer; empty clears. Archiving is an edit as well.
     *
     * @throws IllegalArgumentException for an element no client has
     */
    public Optional<Client> edit(Organisation organisation, String clientId, Map<String, String> elements) {
        Map<ClientElement, String> changes = new EnumMap<>(ClientElement.class);
        elements.forEach((name, value) -> changes.put(element(name), value));
        return organisation.exclusively(() -> {
            Client client = organisation.client(clientId);
            if (client == null) {
                return Optional.empty();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Client edited = client.with(changes, now);
            apply(organisation, List.of(new Change.ClientPut(edited)));
            return Optional.of(edited);
        });
    }

    /** Any change at all, as a person could bring it about. */
    public void apply(Organisation organisation, List<Change> changes) {
        organisation.exclusively(() -> {
            journal.append(JournalLine.ofOrganisation(organisation.profile().tenantId(), changes));
            changes.forEach(organisation::apply);
            return changes;
        });
    }

    private static ClientElement element(String name) {
        ClientElement element = ClientElement.ofWireName(name);
        if (element == null) {
            throw new IllegalArgumentException("A client has no element " + name);
        }
        return element;
    }
}

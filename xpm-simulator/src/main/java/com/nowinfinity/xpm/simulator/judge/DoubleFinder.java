package com.nowinfinity.xpm.simulator.judge;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.organisation.StoredDocument;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises, before a change of the API is applied, that it makes something a second time. A client is the same as
 * another current one of its structure when both came by the API and share a number, a name with date of birth, or
 * everything; beside a client that a person entered, the names must agree as well.
 */
public final class DoubleFinder {

    private DoubleFinder() {}

    public static Optional<Doubled> find(Organisation organisation, Change change, Instant at) {
        String tenantId = organisation.profile().tenantId();
        return switch (change) {
            case Change.ClientPut put
            when organisation.client(put.client().id()) == null ->
                organisation.clients().stream()
                        // The cheap question first: most of a practice was entered by people and has other names.
                        .filter(other -> other.byApi() || put.client().name().equalsIgnoreCase(other.name()))
                        .filter(Client::isCurrent)
                        .flatMap(other -> sameness(put.client(), other).stream()
                                .map(why -> new Doubled(
                                        tenantId, "client", put.client().id(), other.id(), why, at)))
                        .findFirst();
            case Change.RelationshipPut(Relationship added)
            when organisation.relationship(added.id()) == null ->
                organisation.relationshipsOf(added.clientId()).stream()
                        .filter(added::repeats)
                        .findFirst()
                        .map(first -> new Doubled(
                                tenantId,
                                "relationship",
                                added.id(),
                                first.id(),
                                added.type().label(),
                                at));
            case Change.GroupPut(Group added)
            when organisation.group(added.id()) == null ->
                organisation.groups().stream()
                        .filter(other -> other.name().equalsIgnoreCase(added.name()))
                        .findFirst()
                        .map(first -> new Doubled(tenantId, "group", added.id(), first.id(), "name", at));
            case Change.DocumentPut(StoredDocument added) ->
                organisation.documentsOf(added.clientId()).stream()
                        .filter(other -> other.sha256().equals(added.sha256())
                                && other.title().equals(added.title()))
                        .findFirst()
                        .map(first -> new Doubled(tenantId, "document", added.id(), first.id(), "digest", at));
            case Change.ClientPut unused -> Optional.empty();
            case Change.RelationshipPut unused -> Optional.empty();
            case Change.GroupPut unused -> Optional.empty();
            case Change.ContactPut unused -> Optional.empty();
            case Change.RelationshipRemoved unused -> Optional.empty();
            case Change.GroupRemoved unused -> Optional.empty();
            case Change.CustomFieldsPut unused -> Optional.empty();
        };
    }

    private static Optional<String> sameness(Client added, Client other) {
        if (other.byApi() && added.elements().equals(other.elements())) {
            return Optional.of("content");
        }
        if (!text(added, ClientElement.BUSINESS_STRUCTURE).equals(text(other, ClientElement.BUSINESS_STRUCTURE))) {
            return Optional.empty();
        }
        if (agree(added, other, ClientElement.COMPANY_NUMBER)) {
            return Optional.of("ACN");
        }
        if (agree(added, other, ClientElement.BUSINESS_NUMBER)) {
            return Optional.of("ABN");
        }
        boolean samePerson = agree(added, other, ClientElement.DATE_OF_BIRTH)
                && agree(added, other, ClientElement.LAST_NAME)
                && agree(added, other, ClientElement.FIRST_NAME);
        return samePerson ? Optional.of("name and date of birth") : Optional.empty();
    }

    private static boolean agree(Client one, Client other, ClientElement element) {
        String value = text(one, element);
        return !value.isEmpty() && value.equals(text(other, element));
    }

    private static String text(Client client, ClientElement element) {
        return client.elements().getOrDefault(element, "").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}

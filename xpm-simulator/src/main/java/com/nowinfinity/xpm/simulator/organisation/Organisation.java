package com.nowinfinity.xpm.simulator.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one organisation holds. Whoever reads or changes it does so inside {@link #exclusively}; the records and
 * lists it hands out are immutable and may be used outside, and single clients and contacts may be looked up there.
 */
public final class Organisation {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final OrganisationProfile profile;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private final Map<String, List<Relationship>> relationshipsByClient = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, List<Group>> groupsByClient = new HashMap<>();
    private final Map<String, List<StoredDocument>> documentsByClient = new HashMap<>();
    private final Map<String, Map<CustomField, String>> customFieldsByClient = new HashMap<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private int highestNumber = 1_000_000;

    public Organisation(OrganisationProfile profile) {
        this.profile = profile;
    }

    /** Runs alone on this organisation. */
    public <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public OrganisationProfile profile() {
        return profile;
    }

    public Collection<Client> clients() {
        return Collections.unmodifiableCollection(clients.values());
    }

    public @Nullable Client client(String id) {
        return clients.get(id);
    }

    /** When a client came, as far as this life remembers. */
    public Instant firstSeen(String id) {
        return firstSeen.getOrDefault(id, Instant.EPOCH);
    }

    public @Nullable Contact contact(String id) {
        return contacts.get(id);
    }

    public Collection<Contact> contacts() {
        return Collections.unmodifiableCollection(contacts.values());
    }

    public Stream<Client> clientsOfContact(String contactId) {
        return clients.values().stream()
                .filter(client -> client.contacts().stream()
                        .anyMatch(link -> link.contactId().equals(contactId)));
    }

    public @Nullable Relationship relationship(String id) {
        return relationships.get(id);
    }

    public Collection<Relationship> relationships() {
        return Collections.unmodifiableCollection(relationships.values());
    }

    /** Those it has and those it is in, oldest first. */
    public List<Relationship> relationshipsOf(String clientId) {
        return relationshipsByClient.getOrDefault(clientId, List.of());
    }

    public Collection<Group> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    public @Nullable Group group(String id) {
        return groups.get(id);
    }

    public List<Group> groupsOf(String clientId) {
        return groupsByClient.getOrDefault(clientId, List.of());
    }

    public List<StoredDocument> documentsOf(String clientId) {
        return documentsByClient.getOrDefault(clientId, List.of());
    }

    public Stream<StoredDocument> documents() {
        return documentsByClient.values().stream().flatMap(List::stream);
    }

    /** In the order of the definitions; only what is filled. */
    public Map<CustomField, String> customFieldsOf(String clientId) {
        return new TreeMap<>(customFieldsByClient.getOrDefault(clientId, Map.of()));
    }

    /** The integer id of the next client. */
    public int nextNumber() {
        return highestNumber + 1;
    }

    public void apply(Change change) {
        switch (change) {
            case Change.ClientPut put -> put(put.client());
            case Change.ContactPut put -> contacts.put(put.contact().id(), put.contact());
            case Change.RelationshipPut put -> put(put.relationship());
            case Change.RelationshipRemoved removed -> removeRelationship(removed.id());
            case Change.GroupPut put -> put(put.group());
            case Change.GroupRemoved removed -> removeGroup(removed.id());
            case Change.DocumentPut put -> put(put.document());
            case Change.CustomFieldsPut put -> customFieldsByClient.put(put.clientId(), put.values());
        }
    }

    /** Everything as changes, so that applying them to an empty organisation makes this one again. */
    public List<Change> contents() {
        List<Change> all = new ArrayList<>();
        contacts.values().forEach(contact -> all.add(new Change.ContactPut(contact)));
        clients.values().forEach(client -> all.add(new Change.ClientPut(client)));
        relationships.values().forEach(relationship -> all.add(new Change.RelationshipPut(relationship)));
        groups.values().forEach(group -> all.add(new Change.GroupPut(group)));
        documents().forEach(document -> all.add(new Change.DocumentPut(document)));
        customFieldsByClient.forEach((clientId, values) -> all.add(new Change.CustomFieldsPut(clientId, values)));
        return all;
    }

    private void put(Client client) {
        firstSeen.putIfAbsent(client.id(), client.modified());
        clients.put(client.id(), client);
        highestNumber = Math.max(highestNumber, client.number());
    }

    private void put(Relationship relationship) {
        removeRelationship(relationship.id());
        relationships.put(relationship.id(), relationship);
        edit(relationshipsByClient, relationship.clientId(), list -> plus(list, relationship));
        edit(relationshipsByClient, relationship.relatedId(), list -> plus(list, relationship));
    }

    private void removeRelationship(String id) {
        Relationship removed = relationships.remove(id);
        if (removed != null) {
            edit(relationshipsByClient, removed.clientId(), list -> minus(list, removed));
            edit(relationshipsByClient, removed.relatedId(), list -> minus(list, removed));
        }
    }

    private void put(Group group) {
        removeGroup(group.id());
        groups.put(group.id(), group);
        group.clientIds().forEach(clientId -> edit(groupsByClient, clientId, list -> plus(list, group)));
    }

    private void removeGroup(String id) {
        Group removed = groups.remove(id);
        if (removed != null) {
            removed.clientIds().forEach(clientId -> edit(groupsByClient, clientId, list -> minus(list, removed)));
        }
    }

    private void put(StoredDocument document) {
        edit(documentsByClient, document.clientId(), list -> list.contains(document) ? list : plus(list, document));
    }

    private static <T> void edit(Map<String, List<T>> index, String key, UnaryOperator<List<T>> change) {
        index.put(key, change.apply(index.getOrDefault(key, List.of())));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }

    private static <T> List<T> minus(List<T> list, T item) {
        return list.stream().filter(each -> !each.equals(item)).toList();
    }
}

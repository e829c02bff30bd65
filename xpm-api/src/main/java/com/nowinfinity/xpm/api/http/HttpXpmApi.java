package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.StaffMember;
import com.nowinfinity.xpm.api.xml.ClientXml;
import com.nowinfinity.xpm.api.xml.DocumentXml;
import com.nowinfinity.xpm.api.xml.OfficeXml;
import com.nowinfinity.xpm.api.xml.RelationshipXml;
import com.nowinfinity.xpm.api.xml.RequestXml;
import com.nowinfinity.xpm.api.xml.XmlElement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** XPM over HTTP and XML. Closing it ends what is still under way. */
public final class HttpXpmApi implements XpmApi, AutoCloseable {

    private static final DateTimeFormatter MODIFIED_SINCE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    // The element around the answer to writing a relationship is not documented for XML.
    private static final Set<String> RELATIONSHIP = Set.of("Relationship", "ClientRelationship");

    private final XmlCalls calls;
    private final RequestXml requests;
    private final Bounds list;
    private final Bounds changes;
    private final WireExchange wire;

    private HttpXpmApi(XmlCalls calls, RequestXml requests, Bounds list, Bounds changes, WireExchange wire) {
        this.calls = calls;
        this.requests = requests;
        this.list = list;
        this.changes = changes;
        this.wire = wire;
    }

    /** The clock only turns a Retry-After that is a date into a wait, when an answer shows no date of its own. */
    public static HttpXpmApi create(XpmApiConfiguration configuration, CallObserver observer, InstantSource clock) {
        WireExchange wire = WireExchange.connectingWithin(configuration.connectTimeout());
        return new HttpXpmApi(
                new XmlCalls(Onion.around(wire, observer, clock), configuration.apiUri(), configuration.single()),
                new RequestXml(configuration.personDates()),
                configuration.list(),
                configuration.changes(),
                wire);
    }

    @Override
    public Answer<ClientListing> listClients(
            Call call, boolean detailed, @Nullable Instant modifiedSince, Consumer<? super PracticeClient> sink) {
        String since = modifiedSince == null
                ? ""
                : "&modifiedsince=" + Addresses.parameter(MODIFIED_SINCE.format(modifiedSince));
        Operation operation = Operation.get("client.api/list", "?detailed=" + detailed + since);
        return calls.stream(call, operation, modifiedSince == null ? list : changes, new ListedClients(sink));
    }

    @Override
    public Answer<Optional<PracticeClient>> getClient(Call call, String clientId) {
        return maybe(call, "client.api/get", clientId, "Client", ClientXml::read);
    }

    @Override
    public Answer<List<PracticeClient>> searchClients(Call call, String query) {
        String rest = "?detailed=true&query=" + Addresses.parameter(query);
        return calls.list(call, Operation.get("client.api/search", rest), "Clients", "Client", ClientXml::read);
    }

    @Override
    public Answer<PracticeClient> addClient(Call call, ClientDraft draft) {
        Operation operation = Operation.post("client.api/add", requests.addClient(draft));
        return calls.one(call, operation, "Client", ClientXml::read);
    }

    @Override
    public Answer<PracticeClient> updateClient(Call call, String clientId, ClientPatch patch) {
        Operation operation = Operation.put("client.api/update", requests.updateClient(clientId, patch));
        return calls.one(call, operation, "Client", ClientXml::read);
    }

    @Override
    public Answer<ClientRelationship> addRelationship(Call call, RelationshipDraft draft) {
        Operation operation = Operation.post("client.api/addrelationship", requests.addRelationship(draft));
        return calls.done(
                call,
                operation,
                RELATIONSHIP,
                found -> found.stream()
                        .findFirst()
                        .map(RelationshipXml::read)
                        .orElseGet(() -> RelationshipXml.asSent(draft)));
    }

    @Override
    public Answer<Optional<ClientRelationship>> updateRelationship(
            Call call, String relationshipId, RelationshipChange change) {
        Operation operation =
                Operation.put("client.api/updaterelationship", requests.updateRelationship(relationshipId, change));
        return calls.done(
                call,
                operation,
                RELATIONSHIP,
                found -> found.stream().findFirst().map(RelationshipXml::read));
    }

    @Override
    public Answer<List<ClientGroup>> listGroups(Call call) {
        return calls.list(call, Operation.get("clientgroup.api/list", ""), "Groups", "Group", ClientXml::group);
    }

    @Override
    public Answer<Optional<GroupMembers>> getGroup(Call call, String groupId) {
        return maybe(call, "clientgroup.api/get", groupId, "Group", OfficeXml::groupMembers);
    }

    @Override
    public Answer<ClientGroup> addGroup(Call call, String name, String clientId) {
        Operation operation = Operation.post("clientgroup.api/add", requests.addGroup(name, clientId));
        return calls.one(call, operation, "Group", ClientXml::group);
    }

    @Override
    public Answer<ClientGroup> changeMembers(Call call, String groupId, List<String> added, List<String> removed) {
        Operation operation = Operation.put("clientgroup.api/members", requests.changeMembers(groupId, added, removed));
        return calls.done(
                call,
                operation,
                Set.of("Group"),
                found -> found.stream()
                        .map(ClientXml::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> new ClientGroup(groupId, null)));
    }

    @Override
    public Answer<List<ClientDocument>> listDocuments(Call call, String clientId) {
        Operation operation = Operation.get("client.api/documents", "/" + Addresses.segment(clientId));
        return calls.list(call, operation, "Documents", "Document", OfficeXml::document);
    }

    @Override
    public Answer<Optional<String>> addDocument(Call call, DocumentDraft draft) {
        Operation operation = Operation.post("client.api/document", DocumentXml.add(draft));
        return calls.done(call, operation, Set.of("UUID", "Document"), OfficeXml::documentId);
    }

    @Override
    public Answer<List<StaffMember>> listStaff(Call call) {
        return calls.list(call, Operation.get("staff.api/list", ""), "StaffList", "Staff", OfficeXml::staff);
    }

    @Override
    public void close() {
        wire.close();
    }

    private <T> Answer<Optional<T>> maybe(
            Call call, String name, String id, String item, Function<XmlElement, @Nullable T> reading) {
        return Addresses.isIdentifier(id)
                ? calls.maybe(call, Operation.get(name, "/" + id), item, reading)
                : new Answer<>(Optional.empty(), Allowance.UNSAID, 0);
    }
}

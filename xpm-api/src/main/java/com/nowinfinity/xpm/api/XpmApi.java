package com.nowinfinity.xpm.api;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Xero Practice Manager 3.1. One instance serves all organisations and threads. Every method blocks, makes one call,
 * repeats nothing and counts nothing: limits and retries belong to who must remember them. What is not an answer is
 * an {@link XpmException}; reads never throw {@link XpmException.OutcomeUnknown}.
 */
public interface XpmApi {

    /**
     * Every client, archived and deleted ones included, handed over one by one while the answer is still arriving. The
     * sink may have seen many of them when the call fails after all; what the sink throws is passed on.
     *
     * @param detailed with groups and relationships
     * @param modifiedSince only what changed since, for which there is no more time than for any other answer; null for
     *     all. XPM may or may not include that very second
     */
    Answer<ClientListing> listClients(
            Call call, boolean detailed, @Nullable Instant modifiedSince, Consumer<? super PracticeClient> sink);

    /** Empty when XPM knows no such client. The answer may carry another id: compare. */
    Answer<Optional<PracticeClient>> getClient(Call call, String clientId);

    /** Clients whose name contains the query, in any case, with groups and relationships. */
    Answer<List<PracticeClient>> searchClients(Call call, String query);

    /** Creates. Calling twice creates two; an answer without an id is an unknown outcome. */
    Answer<PracticeClient> addClient(Call call, ClientDraft draft);

    /** Writes the elements that the patch names and no other. */
    Answer<PracticeClient> updateClient(Call call, String clientId, ClientPatch patch);

    /**
     * Whether XPM takes the same relationship twice is not known: read before.
     *
     * @return as XPM shows it then; as sent, without an id, when XPM only says that it is done
     */
    Answer<ClientRelationship> addRelationship(Call call, RelationshipDraft draft);

    /** What XPM shows then, if it shows it. */
    Answer<Optional<ClientRelationship>> updateRelationship(
            Call call, String relationshipId, RelationshipChange change);

    /** Every group, without members. */
    Answer<List<ClientGroup>> listGroups(Call call);

    /** Empty when XPM knows no such group. */
    Answer<Optional<GroupMembers>> getGroup(Call call, String groupId);

    /** A group starts with one client: XPM has no empty ones. */
    Answer<ClientGroup> addGroup(Call call, String name, String clientId);

    /** Adds and removes members in one call. */
    Answer<ClientGroup> changeMembers(Call call, String groupId, List<String> added, List<String> removed);

    /** XPM gives listed documents no id. */
    Answer<List<ClientDocument>> listDocuments(Call call, String clientId);

    /** Sends a document; sending twice makes two. The id, if XPM names one, serves for our records only. */
    Answer<Optional<String>> addDocument(Call call, DocumentDraft draft);

    Answer<List<StaffMember>> listStaff(Call call);
}

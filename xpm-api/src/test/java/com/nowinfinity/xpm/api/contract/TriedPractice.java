package com.nowinfinity.xpm.api.contract;

import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A practice to be tried on, with what tests of it have in common. */
interface TriedPractice {

    /** Who is asked. */
    XpmApi xpm();

    /** On whose behalf, with all scopes. */
    Call call();

    default PracticeClient get(String id) {
        return xpm().getClient(call(), id).value().orElseThrow();
    }

    default PracticeClient add(ClientPatch elements) {
        return xpm().addClient(call(), ClientDraft.of(elements)).value();
    }

    default PracticeClient company() {
        return add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Company"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Company"));
    }

    default PracticeClient person() {
        return add(ClientPatch.NONE
                .set(ClientElement.NAME, unique("Person"))
                .set(ClientElement.BUSINESS_STRUCTURE, "Individual"));
    }

    default List<String> members(ClientGroup group) {
        return xpm().getGroup(call(), group.id()).value().orElseThrow().clients().stream()
                .map(ClientReference::id)
                .toList();
    }

    static RelationshipDraft director(PracticeClient company, PracticeClient person) {
        return new RelationshipDraft(
                company.id(), person.id(), RelationshipType.DIRECTOR, null, null, LocalDate.of(2019, 7, 1), null);
    }

    static DocumentDraft document(String clientId, byte[] bytes) {
        return new DocumentDraft(
                clientId,
                "Deed & minutes",
                "Signed",
                "Legal",
                "deed.pdf",
                new DocumentContent(bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}

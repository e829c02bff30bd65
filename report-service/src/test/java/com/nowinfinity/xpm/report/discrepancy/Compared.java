package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comparisons and discrepancies to test with. */
public final class Compared {

    static {
        // Avro builds only classes it was told to trust, which the list of topics does.
        Topics.all();
    }

    private Compared() {}

    public static EntityCompared pair(@Nullable String entityId, @Nullable String clientId, Difference... differences) {
        return EntityCompared.newBuilder()
                .setBusinessId("b-1")
                .setRunId("r-1")
                .setEntityId(entityId)
                .setEntityName(entityId == null ? null : "Entity " + entityId)
                .setEntityKind(entityId == null ? null : EntityKind.COMPANY)
                .setClientId(clientId)
                .setClient(clientId == null ? null : client(clientId))
                .setMatch(entityId == null || clientId == null ? null : match("link"))
                .setDifferences(List.of(differences))
                .build();
    }

    public static MatchEvidence match(String evidence) {
        return MatchEvidence.newBuilder().setEvidence(evidence).build();
    }

    public static ClientSummary client(String clientId) {
        return ClientSummary.newBuilder()
                .setName("Client " + clientId)
                .setPartner("Pat Partner")
                .setManager("Max Manager")
                .setGroups(List.of("Smith family", "Trusts"))
                .setClientCode("C" + clientId.length())
                .setWebUrl("https://practicemanager.xero.com/Client/" + clientId + "/Detail")
                .build();
    }

    /** Between which clients a person has to choose. */
    public static Difference among(String kind, String... clientIds) {
        return Difference.newBuilder(difference(kind, null, "Smith", "Client; Client"))
                .setCandidates(Stream.of(clientIds)
                        .map(id -> com.nowinfinity.xpm.events.Candidate.newBuilder()
                                .setClientId(id)
                                .setName("Client " + id)
                                .setKind("Company")
                                .setAcn("004 085 616")
                                .setClientCode("C" + id)
                                .setWebUrl("https://practicemanager.xero.com/Client/" + id + "/Detail")
                                .build())
                        .toList())
                .build();
    }

    public static Difference difference(
            String kind, @Nullable String field, @Nullable String nowInfinity, @Nullable String xpm) {
        return difference(kind, field, nowInfinity, xpm, Severity.MEDIUM);
    }

    public static Difference difference(
            String kind,
            @Nullable String field,
            @Nullable String nowInfinity,
            @Nullable String xpm,
            Severity severity) {
        return Difference.newBuilder()
                .setKind(kind)
                .setField(field)
                .setNowInfinity(nowInfinity)
                .setXpm(xpm)
                .setSeverity(severity)
                .build();
    }
}

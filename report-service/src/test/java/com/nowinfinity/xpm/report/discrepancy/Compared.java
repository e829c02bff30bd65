package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
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
                .setDifferences(List.of(differences))
                .build();
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

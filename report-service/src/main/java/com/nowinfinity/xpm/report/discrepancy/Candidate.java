package com.nowinfinity.xpm.report.discrepancy;

import org.jspecify.annotations.Nullable;

/**
 * A client of XPM among which a person chooses.
 *
 * @param kind its business structure, as XPM labels it
 * @param acn as typed in XPM, and so is the ABN
 * @param webUrl page of the client in XPM, as XPM told it
 */
public record Candidate(
        String clientId,
        String name,
        @Nullable String kind,
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String clientCode,
        @Nullable String webUrl,
        boolean archived) {

    static Candidate of(com.nowinfinity.xpm.events.Candidate told) {
        return new Candidate(
                told.getClientId(),
                told.getName(),
                told.getKind(),
                told.getAcn(),
                told.getAbn(),
                told.getClientCode(),
                told.getWebUrl(),
                told.getArchived());
    }
}

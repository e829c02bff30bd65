package com.nowinfinity.xpm.report.storage;

import com.nowinfinity.xpm.report.discrepancy.Candidate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The candidates of a discrepancy as they are stored; rows that have none, which is most of them, store nothing. */
final class CandidateDocument {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String ACN = "acn";
    private static final String ABN = "abn";
    private static final String CODE = "code";
    private static final String WEB_URL = "webUrl";
    private static final String ARCHIVED = "archived";

    private CandidateDocument() {}

    static @Nullable List<Document> write(List<Candidate> candidates) {
        return candidates.isEmpty()
                ? null
                : candidates.stream().map(CandidateDocument::write).toList();
    }

    private static Document write(Candidate candidate) {
        Document document = new Document(ID, candidate.clientId())
                .append(NAME, candidate.name())
                .append(KIND, candidate.kind())
                .append(ACN, candidate.acn())
                .append(ABN, candidate.abn())
                .append(CODE, candidate.clientCode())
                .append(WEB_URL, candidate.webUrl())
                .append(ARCHIVED, candidate.archived());
        document.values().removeIf(Objects::isNull);
        return document;
    }

    static List<Candidate> read(@Nullable List<Document> stored) {
        return stored == null
                ? List.of()
                : stored.stream().map(CandidateDocument::read).toList();
    }

    private static Candidate read(Document stored) {
        return new Candidate(
                stored.getString(ID),
                stored.getString(NAME),
                stored.getString(KIND),
                stored.getString(ACN),
                stored.getString(ABN),
                stored.getString(CODE),
                stored.getString(WEB_URL),
                stored.getBoolean(ARCHIVED, false));
    }
}

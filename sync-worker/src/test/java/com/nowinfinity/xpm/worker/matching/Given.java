package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Entities.LABELS;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list of clients to match against, with the labels that a business begins with. */
final class Given {

    private Given() {}

    static ClientMatcher clients(Clients... clients) {
        return new ClientMatcher(Stream.of(clients).map(Clients::build).toList(), LABELS);
    }

    /** In a word: {@code Certain x-1 by ACN}, {@code Ambiguous x-1 x-2 by ABN}, {@code None}. */
    static String found(ClientMatcher matcher, Entity.Builder entity, @Nullable String linked) {
        return switch (matcher.match(entity.build(), linked)) {
            case Match.Certain certain -> "Certain " + certain.client().id() + " by " + certain.evidence();
            case Match.Contradicted contradicted ->
                "Contradicted " + contradicted.client().id() + " by " + contradicted.contradiction();
            case Match.Ambiguous ambiguous ->
                "Ambiguous "
                        + String.join(
                                " ",
                                ambiguous.candidates().stream()
                                        .map(candidate -> candidate.id())
                                        .sorted()
                                        .toList())
                        + " by " + ambiguous.evidence();
            case Match.Archived archived -> "Archived " + archived.client().id() + " by " + archived.evidence();
            case Match.Prospect prospect -> "Prospect " + prospect.client().id() + " by " + prospect.evidence();
            case Match.None none -> "None";
        };
    }
}

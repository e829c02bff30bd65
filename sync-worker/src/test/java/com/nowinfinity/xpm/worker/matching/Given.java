package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Entities.LABELS;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import java.util.List;
import java.util.Set;
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
        return found(matcher, new Subject(entity.build(), linked, Set.of(), Set.of(), Agreed.NONE));
    }

    static String found(ClientMatcher matcher, Subject subject) {
        return said(matcher.match(subject));
    }

    static String said(Match match) {
        return switch (match) {
            case Match.Certain certain ->
                "Certain " + certain.client().id() + " by " + certain.evidence()
                        + (certain.twins().isEmpty() ? "" : " with " + ids(certain.twins()));
            case Match.Contradicted contradicted ->
                "Contradicted " + contradicted.client().id() + " by " + contradicted.contradiction();
            case Match.Ambiguous ambiguous ->
                "Ambiguous " + ids(ambiguous.candidates()) + " by " + ambiguous.evidence();
            case Match.Twins twins -> "Twins " + ids(twins.clients()) + " by " + twins.evidence();
            case Match.Suggested suggested ->
                "Suggested " + ids(suggested.candidates()) + " by " + suggested.evidence();
            case Match.OtherStructure other ->
                "OtherStructure " + other.client().id();
            case Match.Archived archived -> "Archived " + archived.client().id() + " by " + archived.evidence();
            case Match.Prospect prospect -> "Prospect " + prospect.client().id() + " by " + prospect.evidence();
            case Match.None none -> "None";
        };
    }

    private static String ids(List<PracticeClient> clients) {
        return String.join(
                " ", clients.stream().map(PracticeClient::id).sorted().toList());
    }
}

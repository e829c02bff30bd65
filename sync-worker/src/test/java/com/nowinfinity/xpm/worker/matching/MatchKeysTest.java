package com.nowinfinity.xpm.worker.matching;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.Clients;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchKeysTest {

    private static final String ACN = "004085616";
    private static final String ABN = "53004085616";

    private static final List<PracticeClient> CLIENTS = Stream.of(
                    client("x-1", "SMITH PROPRIETARY LIMITED").acn("004 085 616"),
                    client("x-2", "Other Pty Ltd").abn(ACN),
                    client("x-3", "Jones Trust").label("Trust").acn(ABN),
                    client("x-4", "Acme Pty Ltd as trustee for Jones Trust").label("Trust"),
                    client("x-5", "O'Brien, Mary").person("Mary", "O'Brien", "1970-01-02"),
                    client("x-6", "Mary O'Brien").person("O'Brien", "Mary", "1970-01-02"),
                    client("x-7", "M OBRIEN").person("M", "OBRIEN", "1970-01-02"),
                    client("x-8", "Mary Byrne").person("Mary", "Byrne", "1970-01-02"),
                    client("x-9", "Unrelated Pty Ltd").acn("005749986"),
                    client("x-10", "Smith Pty Ltd").archived(),
                    client("x-11", "Lee, Robert James"),
                    client("x-12", "R Lee"),
                    client("x-13", "Lee Robert").person("Lee", "Robert", null),
                    client("x-14", "Bob Lee").person(new PersonDetails(null, "Bob", null, "Lee", "Robert", null, null)),
                    client("x-15", "Known by his display name").person("Jack", "Lee", null))
            .map(Clients::build)
            .toList();

    static Stream<Entity> findsByKeysWhatIsFoundAmongAll() {
        return Stream.of(
                        company("c-1", "Smith Pty Ltd").setAcn(ACN),
                        company("c-2", "Nobody Pty Ltd").setAcn(ACN),
                        company("c-3", "Smith Pty. Limited"),
                        company("c-4", "New Pty Ltd"),
                        entity(EntityKind.TRUST, "t-1", "The Jones Trust").setAbn(ABN),
                        entity(EntityKind.TRUST, "t-2", "Jones Trust"),
                        person("p-1", "Mary", "O'Brien").setPersonDateOfBirth("1970-01-02"),
                        person("p-2", "Mary", "Smith")
                                .setPersonDateOfBirth("1970-01-02")
                                .setFormerNames(List.of("Byrne")),
                        person("p-3", "O'Brien", "Mary").setPersonDateOfBirth("1970-01-02"),
                        person("p-4", "Mary", "O'Brien"),
                        person("p-5", "Robert", "Lee").setPersonDateOfBirth("1970-01-02"),
                        person("p-6", "Robin", "Lee").setPersonOtherName("Bob"),
                        person("p-7", "James", "Lee").setName("Known by his display name"))
                .map(Entity.Builder::build);
    }

    @ParameterizedTest
    @MethodSource
    void findsByKeysWhatIsFoundAmongAll(Entity entity) {
        List<PracticeClient> found = CLIENTS.stream()
                .filter(client -> !Collections.disjoint(keys(MatchKeys.of(client)), keys(MatchKeys.of(entity))))
                .toList();

        assertThat(new ClientMatcher(found, LABELS).certain(Subject.of(entity)))
                .isEqualTo(new ClientMatcher(CLIENTS, LABELS).certain(Subject.of(entity)));
        assertThat(new ClientMatcher(found, LABELS).beforeCreate(Subject.of(entity)))
                .isEqualTo(new ClientMatcher(CLIENTS, LABELS).beforeCreate(Subject.of(entity)));
        assertThat(found).extracting(PracticeClient::id).doesNotContain("x-9");
    }

    private static Set<String> keys(MatchKeys keys) {
        return keys.known().entrySet().stream()
                .flatMap(key -> key.getValue().stream().map(value -> key.getKey() + " " + value))
                .collect(Collectors.toSet());
    }
}

package com.nowinfinity.xpm.worker.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.worker.Clients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("UnnecessaryLambda") // the predicates stand in tables of cases
class PlantedChangeTest {

    private static final PostalAddress ELSEWHERE = new PostalAddress("9 Low St", "Perth", "WA", "6000", null);
    private static final Predicate<EntityKind> ALL = kind -> true;
    private static final Predicate<EntityKind> COMPANIES = kind -> kind == EntityKind.COMPANY;
    private static final Predicate<EntityKind> PEOPLE = ComparedField::isPerson;
    private static final Predicate<EntityKind> FIRMS = PEOPLE.negate();

    /** One thing that somebody did in XPM or in the register, and the row that tells it. */
    private record Plant(String row, Predicate<EntityKind> applies, BiConsumer<RandomPair, Clients> change) {}

    private static final List<Plant> PLANTS = List.of(
            new Plant("field-differs name", FIRMS, (pair, client) -> client.named("Somebody Else Pty Ltd")),
            new Plant("number-missing acn", COMPANIES, (pair, client) -> client.acn(null)),
            new Plant("number-invalid acn", COMPANIES, (pair, client) -> client.acn("123456789")),
            new Plant("field-differs acn", COMPANIES, (pair, client) -> client.acn("001 999 999")),
            new Plant("number-missing abn", ALL, (pair, client) -> client.abn(" ")),
            new Plant("number-invalid abn", ALL, (pair, client) -> client.abn("11 111 111 111")),
            new Plant("field-differs abn", ALL, (pair, client) -> client.abn("42 021 773 747")),
            new Plant(
                    "field-differs person.title",
                    PEOPLE,
                    parts(p -> person("Dr", "Mary", null, p.lastName(), p.dateOfBirth()))),
            new Plant(
                    "field-differs person.firstName",
                    PEOPLE,
                    parts(p -> person("Ms", "Beth", null, p.lastName(), p.dateOfBirth()))),
            new Plant(
                    "field-differs person.middleName",
                    PEOPLE,
                    parts(p -> person("Ms", "M", "Lee", p.lastName(), p.dateOfBirth()))),
            new Plant(
                    "field-differs person.lastName",
                    PEOPLE,
                    parts(p -> person("Ms", "Mary", "A", "Papadopoulos", p.dateOfBirth()))),
            new Plant(
                    "field-differs person.dateOfBirth",
                    PEOPLE,
                    parts(p -> person("Ms", "Mary", null, p.lastName(), LocalDate.of(1930, 1, 1)))),
            new Plant(
                    "field-differs email",
                    ALL,
                    (pair, client) -> client.contact("b@example.com", pair.entity.getPhone(), "example.com")),
            new Plant(
                    "field-differs phone",
                    ALL,
                    (pair, client) -> client.contact("mary@example.com", "0412 345 678", "example.com")),
            new Plant("field-differs fax", ALL, (pair, client) -> client.fax("02 5550 0000")),
            new Plant(
                    "field-differs website",
                    ALL,
                    (pair, client) -> client.contact("mary@example.com", pair.entity.getPhone(), "example.org")),
            new Plant("field-differs addresses.PRINCIPAL_PLACE", FIRMS, (pair, client) -> client.physical(ELSEWHERE)),
            new Plant("field-differs addresses.RESIDENTIAL", PEOPLE, (pair, client) -> client.physical(ELSEWHERE)),
            new Plant("field-differs addresses.CONTACT", ALL, (pair, client) -> client.postal(null)),
            new Plant("structure-differs", FIRMS, (pair, client) -> client.label("Individual")),
            new Plant("state-differs", ALL, (pair, client) -> pair.entity.setStatus(EntityStatus.DEREGISTERED)),
            new Plant(
                    "role-missing-in-xpm SHAREHOLDER:p-0",
                    ALL,
                    (pair, client) -> client.without(PlantedChangeTest::isFirst)),
            new Plant(
                    "role-missing-in-xpm SHAREHOLDER:p-0",
                    ALL,
                    first(row -> with(row, row.numberOfShares(), row.startDate(), LocalDate.of(2025, 1, 1)))),
            new Plant(
                    "role-missing-in-nowinfinity DIRECTOR:x-9",
                    ALL,
                    (pair, client) -> client.related("Director", "x-9", "2019-07-01", null)),
            new Plant("shares-differ SHAREHOLDER:p-0", ALL, first(row -> with(row, 5_000L, row.startDate(), null))),
            new Plant(
                    "role-dates-differ SHAREHOLDER:p-0",
                    ALL,
                    first(row -> with(row, row.numberOfShares(), LocalDate.of(2001, 1, 1), null))),
            new Plant("role-ceased SHAREHOLDER:p-0", ALL, (pair, client) -> pair.endFirstRole()));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inventsNothing(long seed) {
        RandomPair pair = new RandomPair(seed);

        assertThat(Rows.of(pair.entity, pair.client())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsEachChangeAndNothingElse(long seed) {
        for (Plant plant : PLANTS) {
            RandomPair pair = new RandomPair(seed);
            if (plant.applies().test(pair.kind)) {
                Clients client = pair.client();
                plant.change().accept(pair, client);

                assertThat(Rows.of(pair.entity, client))
                        .as(plant.row())
                        .containsExactly(plant.row() + (plant.row().contains(" ") ? " by UNKNOWN" : ""));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsThatXpmMovedOnceBothSidesHadAgreed(long seed) {
        for (Plant plant : PLANTS) {
            RandomPair pair = new RandomPair(seed);
            if (plant.applies().test(pair.kind) && plant.row().startsWith("field-differs")) {
                Clients client = pair.client();
                Base base = Rows.after(pair.entity, client);
                plant.change().accept(pair, client);

                assertThat(Rows.compare(pair.entity, client, base).differences())
                        .as(plant.row())
                        .singleElement()
                        .extracting(FieldDifference::changedBy)
                        .hasToString("XPM");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesNotDependOnTheOrderOfXpmsRows(long seed) {
        RandomPair pair = new RandomPair(seed);
        Clients client = pair.client().related("Director", "x-9", "2019-07-01", null);
        List<String> rows = Rows.of(pair.entity, client);
        List<ClientRelationship> turned = new ArrayList<>(client.build().relationships()).reversed();
        Clients other = pair.client().without(row -> true);
        turned.forEach(row -> other.related(
                row.type(),
                Objects.requireNonNull(row.related()).id(),
                text(row.startDate()),
                text(row.endDate()),
                row.numberOfShares()));

        assertThat(Rows.of(pair.entity, other)).isEqualTo(rows);
    }

    private static BiConsumer<RandomPair, Clients> parts(UnaryOperator<PersonDetails> change) {
        return (pair, client) -> client.person(change.apply(client.build().person()));
    }

    private static BiConsumer<RandomPair, Clients> first(UnaryOperator<ClientRelationship> change) {
        return (pair, client) -> client.changing(row -> isFirst(row) ? change.apply(row) : row);
    }

    private static boolean isFirst(ClientRelationship row) {
        return row.related() != null && row.related().id().equals("x-p-0");
    }

    private static ClientRelationship with(
            ClientRelationship row, @Nullable Long shares, @Nullable LocalDate start, @Nullable LocalDate end) {
        return new ClientRelationship(row.id(), row.type(), row.related(), shares, null, start, end);
    }

    private static PersonDetails person(
            String title, String first, @Nullable String middle, @Nullable String last, @Nullable LocalDate birth) {
        return new PersonDetails(title, first, middle, last, null, birth, null);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}

package com.nowinfinity.xpm.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeGeneratorTest {

    /** All of the contract but those that take a second run. */
    private static final Set<String> KINDS_OF_A_FIRST_RUN = Set.of(
            "missing-in-xpm",
            "missing-in-nowinfinity",
            "archived-in-xpm",
            "duplicate-in-xpm",
            "prospect-in-xpm",
            "ambiguous-match",
            "recorded-differently",
            "field-differs",
            "number-invalid",
            "number-missing",
            "trustee-number-on-trust",
            "label-unknown",
            "structure-differs",
            "state-differs",
            "role-missing-in-xpm",
            "role-missing-in-nowinfinity",
            "role-ceased",
            "role-dates-differ",
            "shares-differ");

    /** The largest there is, made once. */
    private static final Practice LARGE = PracticeGenerator.generate(15_000, 10);

    @Test
    void differsOnlyWhereItSaysSoAtItsLargest() {
        assertThat(PlainComparison.of(LARGE)).containsExactlyInAnyOrderElementsOf(LARGE.planted());
    }

    @ParameterizedTest(name = "{0} clients from seed {1}")
    @CsvSource({
        "200,1", "200,2", "200,3", "200,4", "200,5", "200,27", "200,52", "201,6", "257,7", "999,8", "2000,7", "2000,9"
    })
    void differsOnlyWhereItSaysSo(int clients, long seed) {
        Practice practice = PracticeGenerator.generate(clients, seed);

        assertThat(PlainComparison.of(practice)).containsExactlyInAnyOrderElementsOf(practice.planted());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 11, 12})
    void agreesEverywhereWhenNothingIsPlanted(long seed) {
        assertThat(PlainComparison.of(PracticeGenerator.generateInStep(12, seed)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(ints = {200, 233, 1500, 2000})
    void hasAsManyActiveClientsAsAskedForAndOthersBeside(int clients) {
        Practice practice = PracticeGenerator.generate(clients, 5);

        assertThat(practice.clients().stream().filter(Client::isCurrent)).hasSize(clients);
        assertThat(practice.clients().stream().filter(Client::isArchived))
                .hasSizeBetween(clients * 26 / 100, clients * 34 / 100);
        assertThat(practice.clients().stream().filter(Client::isDeleted)).isNotEmpty();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(PracticeGenerator.generate(300, 42)).isEqualTo(PracticeGenerator.generate(300, 42));
        assertThat(PracticeGenerator.generate(300, 42).clients())
                .isNotEqualTo(PracticeGenerator.generate(300, 43).clients());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void plantsEveryKindOfAFirstRunInTheSmallest(long seed) {
        Map<String, Long> small = byKind(PracticeGenerator.generate(200, seed));

        assertThat(small.keySet()).containsExactlyInAnyOrderElementsOf(KINDS_OF_A_FIRST_RUN);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void laysEveryTrapInTheSmallest(long seed) {
        assertThat(PracticeGenerator.generate(200, seed).traps().stream()
                        .map(Trap::name)
                        .collect(Collectors.toSet()))
                .contains(
                        "father-and-son",
                        "namesake",
                        "estate-and-living-person",
                        "trust-and-trustee-of-one-stem",
                        "one-name-two-acns",
                        "joint-parcel",
                        "several-parcels",
                        "trust-holds",
                        "mirror-row",
                        "role-over-on-both-sides",
                        "role-over-and-gone",
                        "reappointment",
                        "our-side-blank",
                        "tax-return-only",
                        "unit-form",
                        "country-or-state-form",
                        "phone-form",
                        "label-case",
                        "several-groups",
                        "shared-contact",
                        "capitals",
                        "surname-first",
                        "middle-name-on-one-side",
                        "preferred-name",
                        "atf-wording",
                        "recorded-for-each-directorship");
    }

    @Test
    void plantsFieldsOfEveryPart() {
        assertThat(PracticeGenerator.generate(2000, 3).planted().stream()
                        .filter(planted -> planted.kind().equals("field-differs"))
                        .map(Planted::field)
                        .distinct())
                .contains(
                        "name",
                        "email",
                        "phone",
                        "fax",
                        "website",
                        "person.title",
                        "person.lastName",
                        "person.dateOfBirth",
                        "addresses.CONTACT",
                        "addresses.PRINCIPAL_PLACE",
                        "addresses.RESIDENTIAL");
    }

    @Test
    void recordsPeopleOnceForEachDirectorship() {
        Practice practice = PracticeGenerator.generate(2000, 3);
        Map<String, Long> records = practice.entities().stream()
                .filter(entity -> entity.kind() == PortalKind.INDIVIDUAL)
                .collect(Collectors.groupingBy(
                        entity -> entity.person().lastName() + entity.person().dateOfBirth(), Collectors.counting()));
        long many = records.values().stream().filter(count -> count >= 8).count();

        assertThat(records).hasSizeBetween(600, 760);
        assertThat(total(records)).isBetween(1000L, 1350L);
        assertThat(many * 100.0 / records.size()).isBetween(2.0, 5.0);
    }

    @Test
    void isMixedAsAPracticeOfTwoThousandIs() {
        Practice practice = PracticeGenerator.generate(2000, 3);
        Map<PortalKind, Long> entities =
                practice.entities().stream().collect(Collectors.groupingBy(PortalEntity::kind, Collectors.counting()));

        assertThat(entities.get(PortalKind.COMPANY)).isBetween(400L, 490L);
        assertThat(entities.get(PortalKind.TRUST)).isBetween(170L, 230L);
        assertThat(entities.get(PortalKind.SUPER_FUND)).isBetween(95L, 130L);
        assertThat(practice.relationships().size()).isBetween(2500, 5500);
        assertThat(practice.groups()).hasSizeBetween(550, 700);
    }

    @Test
    void givesOutValidNumbers() {
        Set<String> wrong = LARGE.planted().stream()
                .filter(row -> row.kind().equals("number-invalid") && "acn".equals(row.field()))
                .map(row -> String.valueOf(row.entityId()))
                .collect(Collectors.toSet());
        assertThat(LARGE.entities())
                .filteredOn(entity -> entity.acn() != null && !wrong.contains(entity.entityId()))
                .allSatisfy(entity -> assertThat(isValid(ClientElement.COMPANY_NUMBER, String.valueOf(entity.acn())))
                        .isTrue());
        assertThat(LARGE.entities())
                .filteredOn(entity -> entity.abn() != null)
                .allSatisfy(entity -> assertThat(isValid(ClientElement.BUSINESS_NUMBER, String.valueOf(entity.abn())))
                        .isTrue());
        assertThat(LARGE.entities().stream()
                        .filter(entity -> entity.acn() != null)
                        .map(PortalEntity::acn))
                .doesNotHaveDuplicates();
    }

    @Test
    void writesNumbersWithSpacesMoreOftenThanNot() {
        List<String> numbers = PracticeGenerator.generate(2000, 7).clients().stream()
                .map(client -> client.elements().getOrDefault(ClientElement.BUSINESS_NUMBER, ""))
                .filter(text -> !text.isEmpty())
                .toList();

        assertThat(numbers.stream().filter(text -> text.contains(" ")).count() * 100 / numbers.size())
                .isBetween(65L, 75L);
    }

    @Test
    void givesEveryRecordAnIdOfItsOwn() {
        assertThat(LARGE.clients().stream().map(Client::id)).doesNotHaveDuplicates();
        assertThat(LARGE.entities().stream().map(PortalEntity::entityId)).doesNotHaveDuplicates();
        assertThat(LARGE.relationships().stream().map(each -> each.id())).doesNotHaveDuplicates();
    }

    @Test
    void refersOnlyToRecordsThatExist() {
        Practice practice = PracticeGenerator.generate(2000, 10);
        Set<String> clients = practice.clients().stream().map(Client::id).collect(Collectors.toSet());
        Set<String> entities =
                practice.entities().stream().map(PortalEntity::entityId).collect(Collectors.toSet());

        assertThat(practice.relationships().stream().flatMap(each -> Stream.of(each.clientId(), each.relatedId())))
                .isSubsetOf(clients);
        assertThat(practice.groups().stream().flatMap(group -> group.clientIds().stream()))
                .isSubsetOf(clients);
        assertThat(practice.entities().stream()
                        .flatMap(entity -> entity.relationships().stream())
                        .map(PortalEntity.Role::entityId))
                .isSubsetOf(entities);
    }

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(ints = {0, 199, 15001})
    void refusesSizesItIsNotMadeFor(int clients) {
        assertThatThrownBy(() -> PracticeGenerator.generate(clients, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 200 and 15000");
    }

    private static Map<String, Long> byKind(Practice practice) {
        return practice.planted().stream().collect(Collectors.groupingBy(Planted::kind, Collectors.counting()));
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isValid(ClientElement number, String digits) {
        Function<int[], Integer> sum = weights -> {
            int total = 0;
            for (int i = 0; i < weights.length; i++) {
                total += weights[i] * (digits.charAt(i) - '0');
            }
            return total;
        };
        return switch (number) {
            case COMPANY_NUMBER ->
                digits.length() == 9
                        && (10 - sum.apply(new int[] {8, 7, 6, 5, 4, 3, 2, 1}) % 10) % 10 == digits.charAt(8) - '0';
            case BUSINESS_NUMBER ->
                digits.length() == 11 && (sum.apply(new int[] {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0;
            default -> digits.length() == 9 && sum.apply(new int[] {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0;
        };
    }
}

package com.nowinfinity.xpm.standalone.mainjob.steps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Two companies that share a director, and the people around them: what somebody has just set up in the portal. */
public final class NewRecords {

    private static final List<String> GIVEN =
            List.of("Ottilie", "Caspian", "Isolde", "Leopold", "Marguerite", "Thaddeus");
    private static final List<String> FAMILY =
            List.of("Quarrington", "Vandermeer", "Ostrowski", "Featherstone", "Kaleolani");
    private static final List<String> TRADES =
            List.of("Kiln", "Lantern", "Saddlery", "Apiary", "Observatory", "Foundry");
    private static final LocalDate START = LocalDate.of(2021, 7, 1);

    private final RandomGenerator random;
    private final String mark;
    private final int turn;

    public NewRecords(RandomGenerator random) {
        this.random = random;
        this.mark = "mj-%08x".formatted(random.nextInt());
        this.turn = random.nextInt(1000);
    }

    /** Marks these records among those of other jobs; part of every id. */
    public String mark() {
        return mark;
    }

    /** The id of one of the two companies. */
    public String company(int number) {
        return id("company", number);
    }

    /** People first, then the companies that refer to them. */
    public List<Map<String, @Nullable Object>> create() {
        List<Map<String, @Nullable Object>> entities = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            entities.add(person(i));
        }
        entities.add(company(1, List.of(role("DIRECTOR", 1), role("DIRECTOR", 2), holding(1))));
        entities.add(company(2, List.of(role("DIRECTOR", 2), role("DIRECTOR", 3))));
        return entities;
    }

    private Map<String, @Nullable Object> person(int number) {
        String first = nth(GIVEN, number);
        String last = nth(FAMILY, number);
        LocalDate born = LocalDate.of(1950 + random.nextInt(45), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Map<String, @Nullable Object> entity = entity(id("person", number), "INDIVIDUAL", first + " " + last);
        entity.put("person", Map.of("firstName", first, "lastName", last, "dateOfBirth", born.toString()));
        entity.put("email", "%s.%s@%s.example".formatted(first, last, mark).toLowerCase(Locale.ROOT));
        entity.put("mobile", "04" + digits(8));
        entity.put("addresses", List.of(address("RESIDENTIAL")));
        return entity;
    }

    private Map<String, @Nullable Object> company(int number, List<Map<String, Object>> roles) {
        String name = "%s %s & %s Pty Ltd".formatted(nth(FAMILY, number), nth(TRADES, number), nth(TRADES, number + 2));
        String acn = AustralianNumbers.acn(random);
        Map<String, @Nullable Object> entity = entity(company(number), "COMPANY", name);
        entity.put("acn", acn);
        entity.put("abn", AustralianNumbers.abn(acn));
        entity.put("email", "office-%d@%s.example".formatted(number, mark));
        entity.put("phone", "03" + digits(8));
        entity.put("addresses", List.of(address("PRINCIPAL_PLACE")));
        entity.put("relationships", roles);
        return entity;
    }

    private static Map<String, @Nullable Object> entity(String entityId, String kind, String name) {
        Map<String, @Nullable Object> entity = new LinkedHashMap<>();
        entity.put("entityId", entityId);
        entity.put("version", 1);
        entity.put("kind", kind);
        entity.put("name", name);
        entity.put("status", "ACTIVE");
        return entity;
    }

    private Map<String, Object> role(String type, int person) {
        return Map.of("type", type, "entityId", id("person", person), "startDate", START.toString());
    }

    private Map<String, Object> holding(int person) {
        Map<String, Object> parcel = new LinkedHashMap<>(role("SHAREHOLDER", person));
        parcel.put("shares", 100);
        parcel.put("shareClass", "ORD");
        return parcel;
    }

    private Map<String, Object> address(String use) {
        return Map.of(
                "use", use,
                "street", (1 + random.nextInt(200)) + " Collins Street",
                "city", "Melbourne",
                "state", "VIC",
                "postcode", "3000",
                "country", "Australia");
    }

    private String id(String what, int number) {
        return "%s-%s-%d".formatted(mark, what, number);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    /** Another word for each number, and others in the next job. */
    private String nth(List<String> words, int number) {
        return words.get((turn + number) % words.size());
    }
}

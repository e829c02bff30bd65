package com.nowinfinity.xpm.standalone.mainjob;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Corporate Messenger changes of linked entities, which must reach XPM without anybody pushing them. */
final class FollowedChanges {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Site site;
    private final ServiceCalls calls;
    private final Patience patience;
    private final Duration limit;
    private final InstantSource clock;
    private final RandomGenerator random;

    FollowedChanges(
            Site site,
            ServiceCalls calls,
            Patience patience,
            Duration limit,
            InstantSource clock,
            RandomGenerator random) {
        this.site = site;
        this.calls = calls;
        this.patience = patience;
        this.limit = limit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A change on its way.
     *
     * @param expected a value that XPM's record must have afterwards, in whatever spelling
     */
    record Told(String entityId, long version, String what, String expected) {

        boolean isIn(JsonNode value) {
            return value.isContainer()
                    ? value.values().stream().anyMatch(this::isIn)
                    : bare(value.asString("")).equals(bare(expected));
        }

        private static String bare(String text) {
            return text.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
        }
    }

    void switchOn() {
        JsonNode connection = calls.change("PUT", site.connector("/connection/following"), Map.of("on", true), 200);
        if (!connection.path("following").asBoolean(true)) {
            throw new FellShortException("Following is not on after it was switched on.");
        }
    }

    /** Changes three companies in the portal: a phone number, an address, an officer. */
    List<Told> change(InStep inStep) {
        List<Told> told = new ArrayList<>();
        JsonNode first = inStep.company(
                "a phone number", company -> company.path("phone").isString());
        told.add(newPhone(first));
        JsonNode second = inStep.company(
                "an address",
                company -> !company.equals(first) && address(company).isPresent());
        told.add(newStreet(second));
        JsonNode third = inStep.company(
                "a director",
                company -> !company.equals(first)
                        && !company.equals(second)
                        && isWithoutSecretary(company)
                        && inStep.director(company).isPresent());
        told.add(newSecretary(third, inStep.director(third).orElseThrow()));
        return told;
    }

    private Told newPhone(JsonNode company) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        String phone = phone();
        changed.put("phone", phone);
        return inPortal(changed, "phone", phone);
    }

    private Told newStreet(JsonNode company) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        String street = (200 + random.nextInt(700)) + " Bourke Street";
        ((ObjectNode) address(changed).orElseThrow()).put("street", street);
        return inPortal(changed, "address", street);
    }

    private Told newSecretary(JsonNode company, String person) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        ((ArrayNode) changed.path("relationships"))
                .addObject()
                .put("type", "SECRETARY")
                .put("entityId", person)
                .put("startDate", today().toString());
        return inPortal(changed, "secretary", "Secretary");
    }

    String phone() {
        return "02" + (90_000_000 + random.nextInt(9_999_999));
    }

    /** The portal gives the change its version and publishes it. */
    private Told inPortal(ObjectNode entity, String what, String expected) {
        String entityId = entity.path("entityId").asString();
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("cause", "CORPORATE_MESSENGER");
        change.put("lodgement", accepted());
        change.put("entity", JSON.convertValue(entity, Map.class));
        JsonNode now = calls.change("PUT", site.portal("/entities/" + entityId), change, 200);
        return new Told(entityId, now.path("version").asLong(), what, expected);
    }

    Map<String, Object> accepted() {
        return Map.of("form", "484", "state", "ACCEPTED", "effectiveDate", today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Waits for the outcome, which must be that XPM's record was updated. */
    void awaitUpdated(Told told) {
        JsonNode outcome = patience.until(
                "outcome for the new %s of %s".formatted(told.what(), told.entityId()), limit, () -> outcome(told));
        if (!outcome.path("outcome").asString().equals("UPDATED")) {
            throw new FellShortException("The new %s of %s ended as %s instead of UPDATED: %s"
                    .formatted(
                            told.what(),
                            told.entityId(),
                            outcome.path("outcome").asString(),
                            outcome.path("reason")));
        }
    }

    private Optional<JsonNode> outcome(Told told) {
        return calls.all(site.report("/activity?entityId=" + told.entityId())).stream()
                .filter(item -> item.path("version").asLong() == told.version())
                .filter(item -> item.path("outcome").isString())
                .filter(item -> !item.path("outcome").asString().equals("PARKED"))
                .findFirst();
    }

    private static Optional<JsonNode> address(JsonNode entity) {
        return entity.path("addresses").values().stream()
                .filter(address -> address.path("use").asString().equals("PRINCIPAL_PLACE"))
                .findFirst();
    }

    private static boolean isWithoutSecretary(JsonNode entity) {
        return entity.path("relationships").values().stream()
                .noneMatch(role -> role.path("type").asString().equals("SECRETARY"));
    }
}

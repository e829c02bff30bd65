package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Corporate Messenger changes of linked entities, which must reach XPM without anybody pushing them. */
public final class FollowedChanges {

    /** How many companies {@link #change} changes where there are such. */
    public static final int CHANGES = 3;

    private final Site site;
    private final ServiceCalls calls;
    private final Patience patience;
    private final Duration limit;
    private final InstantSource clock;
    private final RandomGenerator random;

    public FollowedChanges(Desk desk, Duration limit, InstantSource clock, RandomGenerator random) {
        this.site = desk.site();
        this.calls = desk.calls();
        this.patience = desk.patience();
        this.limit = limit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A change on its way.
     *
     * @param former the value until then; empty where it does not matter
     * @param expected a value that XPM's record must have afterwards, in whatever spelling
     */
    public record Told(String entityId, String clientId, long version, String what, String former, String expected) {

        public boolean isIn(JsonNode value) {
            return value.isContainer()
                    ? value.values().stream().anyMatch(this::isIn)
                    : bare(value.asString("")).equals(bare(expected));
        }

        private static String bare(String text) {
            return text.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
        }
    }

    public void switchOn() {
        JsonNode connection = calls.change("PUT", site.connector("/connection/following"), Map.of("on", true), 200);
        if (!connection.path("following").asBoolean(true)) {
            throw new FellShortException("Following is not on after it was switched on.");
        }
    }

    /** Changes three companies in the portal: a phone number, an address, an officer. */
    public List<Told> change(InStep inStep) {
        Optional<JsonNode> first =
                inStep.company(company -> company.path("phone").isString());
        Optional<JsonNode> second = inStep.company(
                company -> !isOf(first, company) && address(company).isPresent());
        Optional<JsonNode> third = inStep.company(company -> !isOf(first, company)
                && !isOf(second, company)
                && isWithoutSecretary(company)
                && inStep.director(company).isPresent());
        List<Told> told = new ArrayList<>();
        first.ifPresent(company -> told.add(newPhone(company, inStep)));
        second.ifPresent(company -> told.add(newStreet(company, inStep)));
        third.ifPresent(company -> told.add(newSecretary(company, inStep)));
        return told;
    }

    private static boolean isOf(Optional<JsonNode> taken, JsonNode company) {
        return taken.filter(company::equals).isPresent();
    }

    private Told newPhone(JsonNode company, InStep inStep) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        String phone = phone();
        changed.put("phone", phone);
        return inPortal(changed, inStep, "phone", company.path("phone").asString(), phone);
    }

    private Told newStreet(JsonNode company, InStep inStep) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        String street = (200 + random.nextInt(700)) + " Bourke Street";
        ((ObjectNode) address(changed).orElseThrow()).put("street", street);
        return inPortal(changed, inStep, "address", "", street);
    }

    private Told newSecretary(JsonNode company, InStep inStep) {
        ObjectNode changed = (ObjectNode) company.deepCopy();
        ((ArrayNode) changed.path("relationships"))
                .addObject()
                .put("type", "SECRETARY")
                .put("entityId", inStep.director(company).orElseThrow())
                .put("startDate", today().toString());
        return inPortal(changed, inStep, "secretary", "", "Secretary");
    }

    private String phone() {
        return "02" + (90_000_000 + random.nextInt(9_999_999));
    }

    /** Tells at the contract's own door that a pushed company, which the portal does not keep, has another phone number. */
    public Told tellNewPhone(Map<String, @Nullable Object> pushed, String clientId) {
        String phone = phone();
        Map<String, @Nullable Object> entity = new LinkedHashMap<>(pushed);
        entity.put("phone", phone);
        entity.put("version", 2);
        calls.change("POST", site.connector("/entity-changes"), change(entity), 202);
        return new Told(String.valueOf(entity.get("entityId")), clientId, 2, "phone", "", phone);
    }

    /** The portal gives the change its version and publishes it. */
    private Told inPortal(ObjectNode entity, InStep inStep, String what, String former, String expected) {
        String entityId = entity.path("entityId").asString();
        JsonNode now = calls.change("PUT", site.portal("/entities/" + entityId), change(entity), 200);
        return new Told(entityId, inStep.clientOf(entityId), now.path("version").asLong(), what, former, expected);
    }

    private Map<String, Object> change(Object entity) {
        return Map.of("cause", "CORPORATE_MESSENGER", "lodgement", accepted(), "entity", entity);
    }

    private Map<String, Object> accepted() {
        return Map.of("form", "484", "state", "ACCEPTED", "effectiveDate", today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Waits for the outcome, which must be that XPM's record was updated. */
    public void awaitUpdated(Told told) {
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

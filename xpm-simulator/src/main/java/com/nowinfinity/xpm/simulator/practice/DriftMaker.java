package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.organisation.RelationshipType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets time pass over pairs about which nothing is to be said so far; the rows that there are stay as they are. */
public final class DriftMaker {

    private final Organisation organisation;
    private final Chance chance;
    private final Instant now;
    private final Map<String, String> clients = new HashMap<>();
    private final List<PortalEntity> free;
    private final Set<String> holders;
    private final Set<String> directors;
    private final Map<String, String> abns = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Drift.PortalEdit> portal = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private final List<Planted> forAsic = new ArrayList<>();
    private final List<Trap> traps = new ArrayList<>();

    private DriftMaker(
            Organisation organisation,
            List<PortalEntity> entities,
            List<Practice.Pair> pairs,
            List<Planted> before,
            Set<String> except,
            Chance chance,
            Instant now) {
        this.organisation = organisation;
        this.chance = chance;
        this.now = now;
        Map<String, Long> records =
                pairs.stream().collect(Collectors.groupingBy(Practice.Pair::clientId, Collectors.counting()));
        pairs.forEach(pair -> clients.put(pair.entityId(), pair.clientId()));
        Set<String> named = new HashSet<>(except);
        before.forEach(row -> {
            named.add(String.valueOf(row.entityId()));
            named.add(String.valueOf(row.clientId()));
        });
        this.holders = entities.stream()
                .flatMap(entity -> entity.relationships().stream())
                .map(PortalEntity.Role::entityId)
                .collect(Collectors.toSet());
        entities.stream()
                .filter(entity -> entity.abn() != null)
                .forEach(entity -> abns.put(entity.entityId(), String.valueOf(entity.abn())));
        this.directors = entities.stream()
                .filter(entity ->
                        entity.kind() == PortalKind.COMPANY && entity.status().equals("ACTIVE"))
                .flatMap(entity -> entity.relationships().stream())
                .filter(role -> role.type() == RoleType.DIRECTOR && role.endDate() == null)
                .map(PortalEntity.Role::entityId)
                .collect(Collectors.toSet());
        this.free = new ArrayList<>(entities.stream()
                .filter(entity -> entity.status().equals("ACTIVE"))
                .filter(entity -> clients.containsKey(entity.entityId()))
                .filter(entity -> !named.contains(entity.entityId()))
                .filter(entity -> !named.contains(clients.get(entity.entityId())))
                .filter(entity -> Objects.equals(records.get(clients.get(entity.entityId())), 1L))
                .toList());
    }

    /**
     * The same arguments let the same happen, as long as XPM holds the same.
     *
     * @param before the rows that there are
     * @param except entities to whom nothing may happen
     * @throws IllegalArgumentException when too few are left in step
     */
    public static Drift drift(
            Organisation organisation,
            List<PortalEntity> entities,
            List<Practice.Pair> pairs,
            List<Planted> before,
            Set<String> except,
            long seed,
            Instant now) {
        DriftMaker maker = new DriftMaker(organisation, entities, pairs, before, except, new Chance(seed), now);
        maker.companies();
        maker.people();
        maker.trusts();
        return new Drift(
                List.copyOf(maker.changes),
                List.copyOf(maker.portal),
                List.copyOf(maker.planted),
                List.copyOf(maker.forAsic),
                List.copyOf(maker.traps));
    }

    private void companies() {
        Predicate<PortalEntity> company = entity -> entity.kind() == PortalKind.COMPANY
                && entity.phone() != null
                && entity.email() != null
                && place(entity, AddressUse.PRINCIPAL_PLACE);
        PortalEntity contradicted = next("a company that holds no role", company.and(this::holdsNothing));
        Numbers numbers = new Numbers(chance);
        String acn = numbers.acn();
        inXpm(
                contradicted,
                Map.of(ClientElement.COMPANY_NUMBER, acn, ClientElement.BUSINESS_NUMBER, numbers.abnOfCompany(acn)));
        plant("link-contradicted", contradicted, null);

        PortalEntity withRole = next("a company with a director", company.and(entity -> directorship(entity) != null));
        String holder = Objects.requireNonNull(directorship(withRole));
        hide(withRole, holder);
        appoint(next("a company", company));

        PortalEntity moved = next("a company with an address", company);
        inXpm(moved, Map.of(ClientElement.ADDRESS, chance.between(400, 900) + " Quarry Road"));
        plantForAsic("field-differs", moved, "addresses.PRINCIPAL_PLACE");

        PortalEntity here = next("a company with a telephone", company);
        inPortal(here, "EDITED", null, Map.of("phone", phone()));
        plant("field-differs", here, "phone");

        PortalEntity both = next("a company with a mail address", company);
        inPortal(both, "EDITED", null, Map.of("email", "accounts@here.example"));
        inXpm(both, Map.of(ClientElement.EMAIL, "accounts@there.example"));
        plant("field-differs", both, "email");

        PortalEntity rejected = next("a company with a telephone", company);
        inPortal(rejected, "CORPORATE_MESSENGER", "LODGED", Map.of("phone", phone()));
        inPortal(rejected, "CORPORATE_MESSENGER", "REJECTED", Map.of("phone", String.valueOf(rejected.phone())));
        traps.add(new Trap("rejected-lodgement", rejected.entityId(), clients.get(rejected.entityId()), "phone"));
    }

    private void people() {
        Predicate<PortalEntity> officer = entity -> entity.kind() == PortalKind.INDIVIDUAL
                && directors.contains(entity.entityId())
                && place(entity, AddressUse.RESIDENTIAL);
        PortalEntity moved = next("a director with an address", officer);
        inXpm(moved, Map.of(ClientElement.ADDRESS, chance.between(400, 900) + " Lantern Parade"));
        plantForAsic("asic-change-due", moved, "addresses.RESIDENTIAL");

        PortalEntity married = next("a director", officer);
        String surname = married.person().lastName() + "-Loxley";
        inXpm(
                married,
                Map.of(
                        ClientElement.NAME,
                        married.person().firstName() + " " + surname,
                        ClientElement.LAST_NAME,
                        surname));
        plantForAsic("asic-change-due", married, "person.lastName");
    }

    /** Somebody looks the trustee up and types its number over the trust's. */
    private void trusts() {
        PortalEntity trust = next(
                "a trust with a trading trustee",
                entity -> entity.kind() == PortalKind.TRUST && entity.abn() != null && trusteesNumber(entity) != null);
        inXpm(trust, Map.of(ClientElement.BUSINESS_NUMBER, Objects.requireNonNull(trusteesNumber(trust))));
        plant("trustee-number-on-trust", trust, "abn");
    }

    private @Nullable String trusteesNumber(PortalEntity trust) {
        return trust.relationships().stream()
                .filter(role -> role.type() == RoleType.TRUSTEE && role.endDate() == null)
                .map(role -> abns.get(role.entityId()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private PortalEntity next(String what, Predicate<PortalEntity> fitting) {
        List<PortalEntity> found = chance.some(free, 1, fitting);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Nobody in step is left who is " + what);
        }
        free.remove(found.getFirst());
        return found.getFirst();
    }

    private boolean holdsNothing(PortalEntity entity) {
        return !holders.contains(entity.entityId());
    }

    private static boolean place(PortalEntity entity, AddressUse use) {
        return entity.addresses().stream().anyMatch(address -> address.use() == use);
    }

    /** A director who is in XPM and on whose seat both sides agree. */
    private @Nullable String directorship(PortalEntity company) {
        return company.relationships().stream()
                .filter(role -> role.type() == RoleType.DIRECTOR && role.endDate() == null)
                .map(PortalEntity.Role::entityId)
                .filter(holder -> seat(company, holder) != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Relationship seat(PortalEntity company, String holder) {
        String companyId = String.valueOf(clients.get(company.entityId()));
        return organisation.relationshipsOf(companyId).stream()
                .filter(each -> each.clientId().equals(companyId))
                .filter(each -> each.type() == RelationshipType.DIRECTOR && each.end() == null)
                .filter(each -> each.relatedId().equals(clients.get(holder)))
                .findFirst()
                .orElse(null);
    }

    /** A relationship goes, and neither of the clients counts as modified. */
    private void hide(PortalEntity company, String holder) {
        changes.add(new Change.RelationshipRemoved(
                Objects.requireNonNull(seat(company, holder)).id()));
        plantForAsic("role-missing-in-xpm", company, RoleType.DIRECTOR + ":" + holder);
    }

    /** A new director, of whom the accountant was told first. */
    private void appoint(PortalEntity company) {
        PortalEntity person = next(
                "a person outside of a company",
                entity -> entity.kind() == PortalKind.INDIVIDUAL
                        && company.relationships().stream()
                                .noneMatch(role -> role.entityId().equals(entity.entityId())));
        String personId = String.valueOf(clients.get(person.entityId()));
        changes.add(new Change.RelationshipPut(new Relationship(
                chance.uuid(),
                String.valueOf(clients.get(company.entityId())),
                RelationshipType.DIRECTOR,
                personId,
                null,
                null,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                null,
                false)));
        plantForAsic("role-missing-in-nowinfinity", company, RoleType.DIRECTOR + ":" + personId);
    }

    private void inXpm(PortalEntity entity, Map<ClientElement, String> elements) {
        Client client = Objects.requireNonNull(organisation.client(String.valueOf(clients.get(entity.entityId()))));
        changes.add(new Change.ClientPut(client.with(elements, now)));
    }

    private void inPortal(PortalEntity entity, String cause, @Nullable String lodgement, Map<String, String> set) {
        portal.add(new Drift.PortalEdit(entity.entityId(), cause, lodgement, set));
    }

    private void plant(String kind, PortalEntity entity, @Nullable String field) {
        planted.add(new Planted(kind, entity.entityId(), clients.get(entity.entityId()), field));
    }

    private void plantForAsic(String kind, PortalEntity entity, @Nullable String field) {
        plant(kind, entity, field);
        forAsic.add(planted.getLast());
    }

    private String phone() {
        return String.format(Locale.ROOT, "08 5550 %04d", chance.between(0, 9_999));
    }
}

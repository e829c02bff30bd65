package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.identity.Tenant;
import com.nowinfinity.xpm.simulator.identity.TenantType;
import com.nowinfinity.xpm.simulator.identity.XeroUser;
import com.nowinfinity.xpm.simulator.organisation.OrganisationProfile;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who there is: users, what they may connect, and the organisations behind it. */
final class XeroWorld {

    /** The labels this practice knows: the usual ones, and those it has made itself. */
    private static final List<String> STRUCTURES = List.of(
            "Company",
            "Trust",
            "Superannuation Fund",
            "Individual",
            "Partnership",
            "Sole Trader",
            "Discretionary Trust",
            "Unit Trust",
            "Estate",
            "Incorporated Association",
            "SMSF",
            "Pty Ltd",
            "Family Trust",
            "S.M.S.F.",
            "Self-employed",
            "Not for profit");

    static final Tenant ACCOUNTING = practice("Harbour Accounting");
    static final Tenant BOOKKEEPING = practice("Harbour Bookkeeping");

    static final Tenant COASTAL = practice("Coastal Advisers");
    static final Tenant NAMELESS = new Tenant(id("practice/nameless"), TenantType.PRACTICEMANAGER, null);

    private static final Tenant OWN_BOOKS = books("Harbour Accounting (our own books)");

    private XeroWorld() {}

    /**
     * The first one is who comes when nobody is named. Olivia has two practices and an accounting organisation, Noah
     * only the latter, Grace nothing; Ethan is of Olivia's first practice as well, Zoe of another one, Liam of one that
     * Xero shows without a name; Ruby has only tenants of other kinds, and Amelia all the further practices.
     */
    static List<XeroUser> users(FurtherPractices further) {
        return List.of(
                user("Olivia", List.of(ACCOUNTING, BOOKKEEPING, OWN_BOOKS)),
                user("Noah", List.of(books(null))),
                user("Grace", List.of()),
                user("Ethan", List.of(ACCOUNTING)),
                user("Zoe", List.of(COASTAL)),
                user("Liam", List.of(NAMELESS)),
                user(
                        "Ruby",
                        List.of(
                                other("Harbour WorkflowMax", TenantType.WORKFLOWMAX),
                                other("Harbour HQ", TenantType.PRACTICE))),
                user("Amelia", further(further.count())));
    }

    static List<Tenant> further(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> practice("Practice " + number))
                .toList();
    }

    static OrganisationProfile profile(Tenant tenant, List<StaffMember> staff) {
        return new OrganisationProfile(tenant.tenantId(), tenant.name(), STRUCTURES, staff);
    }

    private static XeroUser user(String name, List<Tenant> tenants) {
        return new XeroUser(id("user/" + name), name, name.toLowerCase(Locale.ROOT) + "@harbour.example", tenants);
    }

    private static Tenant practice(String name) {
        return new Tenant(id("practice/" + name), TenantType.PRACTICEMANAGER, name);
    }

    private static Tenant other(String name, TenantType type) {
        return new Tenant(id(type + "/" + name), type, name);
    }

    private static Tenant books(@Nullable String name) {
        return new Tenant(id("books/" + name), TenantType.ORGANISATION, name);
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsicRowsTest {

    /** 28 days after the snapshot that still showed both sides alike, where most companies are. */
    private static final LocalDate DUE = LocalDate.of(2026, 6, 29);

    @ParameterizedTest
    @CsvSource({
        "COMPANY, DIRECTOR, Director, true",
        "COMPANY, SECRETARY, Secretary, true",
        "COMPANY, SHAREHOLDER, Shareholder, true",
        "COMPANY, AUDITOR, Auditor, false",
        "COMPANY, PUBLIC_OFFICER, Public Officer, false",
        "TRUST, TRUSTEE, Trustee, false",
        "SUPER_FUND, MEMBER, Member, false"
    })
    void countsTheDaysForOfficersAndMembersOfCompanies(
            EntityKind kind, RelationshipType type, String label, boolean due) {
        Clients without = client("x-1", "Smith");
        Clients with = client("x-1", "Smith").related(label, "x-p-1", "2019-07-01", null);
        Relationship held = role(type, "p-1", "2019-07-01", null);
        Base none = Rows.after(smith(kind), without);
        Base both = Rows.after(smith(kind, held), with);

        for (FieldDifference row : List.of(
                only(smith(kind), with, none),
                only(smith(kind, held), without, both),
                only(smith(kind, held), client("x-1", "Smith").related(label, "x-p-1", "2020-01-01", null), both))) {
            assertThat(row.dueDate()).isEqualTo(due ? DUE : null);
        }
        assertThat(only(smith(kind, held), without, none).dueDate()).isNull();
        assertThat(only(smith(kind), with, Base.NONE).dueDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, true", "TRUST, false", "PARTNERSHIP, false"})
    void countsTheDaysForTheAddressOfACompany(EntityKind kind, boolean due) {
        Entity.Builder ours =
                smith(kind).setAddresses(address(AddressUse.PRINCIPAL_PLACE, "1 High St", "Carlton", "VIC", "3053"));
        Entity.Builder moved =
                smith(kind).setAddresses(address(AddressUse.PRINCIPAL_PLACE, "9 Top St", "Carlton", "VIC", "3053"));
        Base base = Rows.after(ours, at("1 High St"));

        assertThat(only(ours, at("2 Low St"), base).dueDate()).isEqualTo(due ? DUE : null);
        assertThat(only(ours, client("x-1", "Smith"), base).dueDate()).isNull();
        assertThat(only(moved, at("1 High St"), base).dueDate()).isNull();
        assertThat(only(ours, at("2 Low St"), Base.NONE).dueDate()).isNull();
    }

    @Test
    void keepsTheDayForAsLongAsItDiffers() {
        Clients with = client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null);
        Base before = Rows.after(company("c-1", "Smith"), client("x-1", "Smith"));
        Base once = Rows.compare(company("c-1", "Smith"), with, before).rebase(before, Rows.THEN.plusSeconds(86_400));

        assertThat(only(company("c-1", "Smith"), with, once).dueDate()).isEqualTo(DUE);
    }

    private static FieldDifference only(Entity.Builder ours, Clients theirs, Base base) {
        List<FieldDifference> rows = Rows.compare(ours, theirs, base).differences();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static Entity.Builder smith(EntityKind kind, Relationship... roles) {
        return entity(kind, "c-1", "Smith").setRelationships(List.of(roles));
    }

    private static Clients at(String street) {
        return client("x-1", "Smith").physical(new PostalAddress(street, "Carlton", "VIC", "3053", null));
    }
}

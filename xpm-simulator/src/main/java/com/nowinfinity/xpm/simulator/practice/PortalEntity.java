package com.nowinfinity.xpm.simulator.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the portal, in the JSON shape of the contract's Entity; absent values are null. */
public record PortalEntity(
        String entityId,
        long version,
        PortalKind kind,
        @Nullable TrustKind trustKind,
        String name,
        List<String> formerNames,
        Person person,
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String tfnReference,
        @Nullable String tfnTail,
        String status,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String website,
        List<Address> addresses,
        List<Role> relationships,
        @Nullable String fax) {

    public PortalEntity {
        formerNames = List.copyOf(formerNames);
        addresses = List.copyOf(addresses);
        relationships = List.copyOf(relationships);
    }

    /** Parts of a person's name and the date of birth, yyyy-MM-dd; all null for others. */
    public record Person(
            @Nullable String title,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String lastName,
            @Nullable String otherName,
            @Nullable String dateOfBirth) {

        static final Person NOBODY = new Person(null, null, null, null, null, null);
    }

    public record Address(AddressUse use, String street, String city, String state, String postcode, String country) {}

    /** Read "{@code entityId} is the {@code type} of this entity"; dates yyyy-MM-dd. */
    public record Role(
            RoleType type,
            String entityId,
            @Nullable String startDate,
            @Nullable String endDate,
            @Nullable Long shares,
            @Nullable String shareClass,
            boolean joint,
            boolean beneficial,
            @Nullable Double percentage) {}
}

package com.nowinfinity.xpm.simulator.organisation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 18 types that may be written, each with the label the related client shows. */
public enum RelationshipType {
    DIRECTOR("Director"),
    SHAREHOLDER("Shareholder"),
    TRUSTEE("Trustee"),
    BENEFICIARY("Beneficiary"),
    PARTNER("Partner"),
    SETTLOR("Settlor"),
    ASSOCIATE("Associate"),
    SECRETARY("Secretary"),
    PUBLIC_OFFICER("Public Officer"),
    HUSBAND("Husband", "Wife"),
    WIFE("Wife", "Husband"),
    SPOUSE("Spouse", "Spouse"),
    PARENT_OF("Parent Of", "Child Of"),
    CHILD_OF("Child Of", "Parent Of"),
    APPOINTER("Appointer"),
    MEMBER("Member"),
    AUDITOR("Auditor"),
    OWNER("Owner");

    private static final Map<String, RelationshipType> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(RelationshipType::label, Function.identity()));

    private final String label;
    private final String mirror;

    RelationshipType(String label) {
        this(label, label + " Of");
    }

    RelationshipType(String label, String mirror) {
        this.label = label;
        this.mirror = mirror;
    }

    public String label() {
        return label;
    }

    /** What the other party's record calls the same fact. */
    public String mirror() {
        return mirror;
    }

    /** Only these count shares. */
    public boolean hasShares() {
        return this == SHAREHOLDER || this == OWNER;
    }

    /** An individual can be one but cannot have one. */
    public boolean isOfficeOfCompany() {
        return this == DIRECTOR || this == SHAREHOLDER || this == SECRETARY || this == PUBLIC_OFFICER;
    }

    public static @Nullable RelationshipType ofLabel(String label) {
        return BY_LABEL.get(label);
    }
}

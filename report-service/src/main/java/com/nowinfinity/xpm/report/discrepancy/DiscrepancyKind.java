package com.nowinfinity.xpm.report.discrepancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of discrepancy: their stable codes and where the report shows them. A worker
 * of a newer version may tell of kinds that are not here; they are shown last, under their code.
 */
public enum DiscrepancyKind {
    AMBIGUOUS_MATCH(ReportSection.LINKS_AND_NUMBERS, "Several records could be the same"),
    LINK_CONTRADICTED(ReportSection.LINKS_AND_NUMBERS, "Link contradicted by numbers"),
    DUPLICATE_IN_XPM(ReportSection.LINKS_AND_NUMBERS, "Twice in XPM"),
    RECORDED_DIFFERENTLY(ReportSection.LINKS_AND_NUMBERS, "One person recorded differently"),
    NUMBER_INVALID(ReportSection.LINKS_AND_NUMBERS, "Invalid number"),
    NUMBER_MISSING(ReportSection.LINKS_AND_NUMBERS, "Number missing in XPM"),
    TRUSTEE_NUMBER_ON_TRUST(ReportSection.LINKS_AND_NUMBERS, "Trustee's number on the trust"),
    ASIC_CHANGE_DUE(ReportSection.FOR_ASIC, "ASIC change due"),
    STATE_DIFFERS(ReportSection.STATE, "State differs"),
    MISSING_IN_XPM(ReportSection.MISSING_IN_XPM, "Missing in XPM"),
    // No call restores a client (domain 3.5).
    ARCHIVED_IN_XPM(ReportSection.MISSING_IN_XPM, "Archived in XPM", "restore it in XPM, then check again"),
    PROSPECT_IN_XPM(ReportSection.MISSING_IN_XPM, "Only a prospect in XPM"),
    MISSING_IN_NOWINFINITY(ReportSection.MISSING_IN_NOWINFINITY, "Missing in NowInfinity"),
    ROLE_CEASED(ReportSection.ROLES_AND_SHARES, "Role has ceased"),
    ROLE_MISSING_IN_XPM(ReportSection.ROLES_AND_SHARES, "Role missing in XPM"),
    ROLE_MISSING_IN_NOWINFINITY(ReportSection.ROLES_AND_SHARES, "Role missing in NowInfinity"),
    ROLE_DATES_DIFFER(ReportSection.ROLES_AND_SHARES, "Dates of a role differ"),
    SHARES_DIFFER(ReportSection.ROLES_AND_SHARES, "Shares differ"),
    STRUCTURE_DIFFERS(ReportSection.NAMES_AND_STRUCTURE, "Structure differs"),
    LABEL_UNKNOWN(ReportSection.NAMES_AND_STRUCTURE, "Unknown label"),
    FIELD_DIFFERS(ReportSection.OTHER, "Field differs"),
    ANOTHER_APP_CHANGES(ReportSection.OTHER, "Another app changes this field");

    private static final Map<String, DiscrepancyKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DiscrepancyKind::code, Function.identity()));

    private final ReportSection section;
    private final String title;
    private final @Nullable String advice;

    DiscrepancyKind(ReportSection section, String title) {
        this(section, title, null);
    }

    DiscrepancyKind(ReportSection section, String title, @Nullable String advice) {
        this.section = section;
        this.title = title;
        this.advice = advice;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** Where rows of this kind stand, unless their field says it better. */
    ReportSection section() {
        return section;
    }

    static Optional<DiscrepancyKind> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /** The kind's name for people and, where no action of ours settles it, what they do instead. */
    public static String adviceOf(String code) {
        return of(code).map(kind -> kind.advice == null ? kind.title : kind.title + ": " + kind.advice)
                .orElse(code);
    }

    /** The kind's name for people; of a kind that is not known here, its code. */
    public static String titleOf(String code) {
        return of(code).map(DiscrepancyKind::title).orElse(code);
    }
}

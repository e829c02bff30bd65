package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.InWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of discrepancy: their stable codes and where the report shows them. A worker
 * of a newer version may tell of kinds that are not here; they are shown last.
 */
public enum DiscrepancyKind {
    AMBIGUOUS_MATCH(ReportSection.LINKS_AND_NUMBERS),
    LINK_CONTRADICTED(ReportSection.LINKS_AND_NUMBERS),
    DUPLICATE_IN_XPM(ReportSection.LINKS_AND_NUMBERS),
    RECORDED_DIFFERENTLY(ReportSection.LINKS_AND_NUMBERS),
    NUMBER_INVALID(ReportSection.LINKS_AND_NUMBERS),
    NUMBER_MISSING(ReportSection.LINKS_AND_NUMBERS),
    TRUSTEE_NUMBER_ON_TRUST(ReportSection.LINKS_AND_NUMBERS),
    ASIC_CHANGE_DUE(ReportSection.FOR_ASIC),
    STATE_DIFFERS(ReportSection.STATE),
    MISSING_IN_XPM(ReportSection.MISSING_IN_XPM),
    // No call restores a client (domain 3.5).
    ARCHIVED_IN_XPM(ReportSection.MISSING_IN_XPM, "restore it in XPM, then check again"),
    PROSPECT_IN_XPM(ReportSection.MISSING_IN_XPM),
    MISSING_IN_NOWINFINITY(ReportSection.MISSING_IN_NOWINFINITY),
    ROLE_CEASED(ReportSection.ROLES_AND_SHARES),
    ROLE_MISSING_IN_XPM(ReportSection.ROLES_AND_SHARES),
    ROLE_MISSING_IN_NOWINFINITY(ReportSection.ROLES_AND_SHARES),
    ROLE_DATES_DIFFER(ReportSection.ROLES_AND_SHARES),
    SHARES_DIFFER(ReportSection.ROLES_AND_SHARES),
    STRUCTURE_DIFFERS(ReportSection.NAMES_AND_STRUCTURE),
    LABEL_UNKNOWN(ReportSection.NAMES_AND_STRUCTURE),
    FIELD_DIFFERS(ReportSection.OTHER),
    ANOTHER_APP_CHANGES(ReportSection.OTHER);

    private static final Map<String, DiscrepancyKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DiscrepancyKind::code, Function.identity()));

    private final ReportSection section;
    private final @Nullable String advice;

    DiscrepancyKind(ReportSection section) {
        this(section, null);
    }

    DiscrepancyKind(ReportSection section, @Nullable String advice) {
        this.section = section;
        this.advice = advice;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /** The kind in words and, where no action of ours settles it, what people do instead. */
    public static String adviceOf(String code) {
        String words = InWords.of(code);
        return of(code).map(kind -> kind.advice)
                .map(advice -> words + ": " + advice)
                .orElse(words);
    }
}

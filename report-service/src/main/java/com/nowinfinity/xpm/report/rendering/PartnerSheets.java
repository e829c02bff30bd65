package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One sheet for each partner. The rows are gone through once for each, so that none has to be kept.
 *
 * @param name as Excel takes it
 */
record PartnerSheets(String name, Predicate<Discrepancy> holds) {

    private static final int MOST_PARTNERS = 60;
    private static final int LONGEST_NAME = 25;
    private static final String NOBODY = "No partner";
    private static final String OTHERS = "Other partners";

    /** By name; rows without a partner come last. Too many partners share a sheet. */
    static List<PartnerSheets> of(Iterable<Discrepancy> rows) {
        Set<String> partners = new TreeSet<>();
        StreamSupport.stream(rows.spliterator(), false)
                .map(PartnerSheets::partner)
                .forEach(partners::add);
        boolean nobody = partners.remove("");
        Map<String, Predicate<Discrepancy>> sheets = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        List<String> own = partners.stream().limit(MOST_PARTNERS).toList();
        for (String partner : own) {
            sheets.put(unique(partner, taken), row -> partner(row).equals(partner));
        }
        Set<String> withSheet = Set.copyOf(own);
        if (partners.size() > own.size()) {
            sheets.put(unique(OTHERS, taken), row -> !partner(row).isEmpty() && !withSheet.contains(partner(row)));
        }
        if (nobody || sheets.isEmpty()) {
            sheets.put(unique(NOBODY, taken), row -> partner(row).isEmpty());
        }
        List<PartnerSheets> all = new ArrayList<>();
        sheets.forEach((name, holds) -> all.add(new PartnerSheets(name, holds)));
        return all;
    }

    private static String partner(Discrepancy row) {
        return Objects.requireNonNullElse(row.partner(), "").strip();
    }

    /** Excel tells sheets apart without case, and forbids some characters in their names. */
    private static String unique(String partner, Set<String> taken) {
        String plain = SafeText.visible(partner)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}\\uFFFD]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        int end = plain.offsetByCodePoints(0, Math.min(plain.codePointCount(0, plain.length()), LONGEST_NAME));
        String cut = plain.isEmpty() ? "Partner" : plain.substring(0, Math.min(end, LONGEST_NAME));
        String name = cut;
        for (int again = 2; reserved(name) || !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
            name = cut + " " + again;
        }
        return name;
    }

    private static boolean reserved(String name) {
        return name.equalsIgnoreCase(SummarySheet.NAME)
                || name.equalsIgnoreCase("History")
                || name.equalsIgnoreCase("Refresh data");
    }
}

package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/**
 * Numbers and structure, as typed in XPM: with spaces, and not always valid.
 *
 * @param taxNumber TFN, masked by XPM but for its last three characters
 * @param companyNumber ACN
 * @param businessNumber ABN
 * @param businessStructure one of the practice's own labels
 * @param balanceMonth 1 to 12
 */
public record Registration(
        @Nullable String taxNumber,
        @Nullable String companyNumber,
        @Nullable String businessNumber,
        @Nullable String businessStructure,
        @Nullable Integer balanceMonth) {

    public static final Registration NONE = new Registration(null, null, null, null, null);

    /** The digits that XPM shows of the TFN; null when it shows fewer than three. */
    public @Nullable String taxNumberTail() {
        if (taxNumber == null) {
            return null;
        }
        String digits = taxNumber.replaceAll("[^0-9]", "");
        return digits.length() < 3 ? null : digits.substring(digits.length() - 3);
    }
}

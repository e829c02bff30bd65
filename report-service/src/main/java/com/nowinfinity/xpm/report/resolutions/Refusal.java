package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;

/**
 * Why a wish is not granted.
 *
 * @param code stable: {@code unknown-discrepancy}, {@code not-offered}, {@code client-needed}, {@code client-unknown},
 *     {@code until-past}, {@code moved}, {@code twice}
 * @param reason for people
 */
public record Refusal(String id, DiscrepancyAction action, String code, String reason) {

    static Refusal of(Wish wish, String code, String reason) {
        return new Refusal(wish.id(), wish.action(), code, reason);
    }
}

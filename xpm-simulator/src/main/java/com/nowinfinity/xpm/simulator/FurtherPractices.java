package com.nowinfinity.xpm.simulator;

/**
 * Organisations beside the two that everybody has, of plain companies; Amelia may connect them all.
 *
 * @param count how many
 * @param companies clients of each
 */
public record FurtherPractices(int count, int companies) {

    public static final FurtherPractices NONE = new FurtherPractices(0, 0);
}

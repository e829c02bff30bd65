package com.nowinfinity.xpm.simulator.practicemanager;

/**
 * What public sources leave open about XPM, decided one way or the other.
 *
 * @param emptyElementClears whether an empty element in an update clears the value
 * @param relationshipTwiceRefused whether the same running relationship a second time is an error, not a double
 * @param relationshipsModify whether relationships and groups count as a change for {@code modifiedsince}
 * @param searchFindsArchived whether {@code search} finds archived clients
 */
public record Conventions(
        boolean emptyElementClears,
        boolean relationshipTwiceRefused,
        boolean relationshipsModify,
        boolean searchFindsArchived) {

    /** The reading that asks most of a client. */
    public static Conventions strict() {
        return new Conventions(true, false, false, false);
    }
}

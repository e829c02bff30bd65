package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.business.Organisation;
import com.nowinfinity.xpm.connector.business.Person;
import org.jspecify.annotations.Nullable;

/**
 * What ends when a person goes on and connects another Xero account; said before she does.
 *
 * @param tenantId of the organisation that is connected now; null where none was chosen yet
 * @param connectedBy who connected it
 * @param revokesUser whether all that the present Xero user opened to us ends too: no other business needs it
 */
record Replaced(
        @Nullable String tenantId,
        @Nullable String name,
        @Nullable String connectedBy,
        boolean revokesUser,
        String text) {

    static @Nullable Replaced of(Businesses businesses, String businessId) {
        Business business = businesses.load(businessId);
        Grant grant = business.grant();
        if (grant == null) {
            return null;
        }
        Organisation organisation = business.connection().organisation();
        Person by = business.connection().connectedBy();
        String name = organisation == null ? null : organisation.name();
        boolean revokes = !grant.xeroUserId().isEmpty() && !businesses.isUserOfAnother(grant.xeroUserId(), businessId);
        return new Replaced(
                organisation == null ? null : organisation.tenantId(),
                name,
                by == null ? null : by.shown(),
                revokes,
                text(name == null ? "Xero Practice Manager" : name, revokes));
    }

    private static String text(String name, boolean revokes) {
        String closed = "The present connection to " + name + " is closed at Xero once the new one is saved.";
        return revokes
                ? closed
                        + " If it is another Xero user, all that the present one opened to this app is revoked with it."
                : closed;
    }
}

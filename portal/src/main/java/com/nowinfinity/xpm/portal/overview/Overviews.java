package com.nowinfinity.xpm.portal.overview;

import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.imports.FromXpm;

/** Gathers what the portal knows of a business. */
final class Overviews {

    private final EntityRegister register;
    private final FromXpm fromXpm;

    Overviews(EntityRegister register, FromXpm fromXpm) {
        this.register = register;
        this.fromXpm = fromXpm;
    }

    BusinessOverview of(String businessId) {
        return new BusinessOverview(
                businessId, fromXpm.connection(businessId), register.counts(businessId), fromXpm.imports(businessId));
    }
}

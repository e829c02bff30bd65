package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Former;
import com.nowinfinity.xpm.connector.business.Grant;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Resealing;
import com.nowinfinity.xpm.connector.secrets.Seal;
import java.util.List;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the tokens of every business anew, also those whose refresh is under way or was broken off: a refresh knows its
 * token by what it says, not by how it is sealed.
 */
final class GrantResealing implements Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(GrantResealing.class);

    private final Businesses businesses;
    private final Seal seal;

    GrantResealing(Businesses businesses, Seal seal) {
        this.businesses = businesses;
        this.seal = seal;
    }

    @Override
    public int reseal() {
        int left = 0;
        for (String businessId : businesses.all()) {
            try {
                businesses.change(businessId, this::resealed);
            } catch (RuntimeException e) { // one that cannot be read holds up no other
                LOG.warn("Tokens of business {} cannot be sealed anew: {}", businessId, e.toString());
                left++;
            }
        }
        return left;
    }

    private Business resealed(Business business) {
        List<Former> former = business.former().stream()
                .map(one -> one.with(resealed(business.id(), one.grant())))
                .toList();
        Business anew = business.withFormer(former);
        Grant grant = business.grant();
        return grant == null ? anew : anew.withGrant(resealed(business.id(), grant));
    }

    private Grant resealed(String businessId, Grant grant) {
        boolean present = seal.isOfPresentKey(grant.access().getData())
                && seal.isOfPresentKey(grant.refresh().getData());
        return present
                ? grant
                : grant.resealed(
                        resealed(businessId, Purpose.ACCESS_TOKEN, grant.access()),
                        resealed(businessId, Purpose.REFRESH_TOKEN, grant.refresh()));
    }

    private Binary resealed(String businessId, Purpose purpose, Binary sealed) {
        return new Binary(seal.close(businessId, purpose, seal.open(businessId, purpose, sealed.getData())));
    }
}

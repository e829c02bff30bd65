package com.nowinfinity.xpm.worker.tokens;

import java.io.IOException;
import java.util.Optional;

/** Where tax file numbers are had. */
public interface TaxFileNumbers {

    /**
     * The number behind a reference; empty when it is there no longer.
     *
     * @throws IOException when nobody answers now
     */
    Optional<TaxFileNumber> redeem(String businessId, String reference) throws IOException;

    /**
     * The number of an entity whose changes named none, as it came in after the last of them; empty when there is none.
     *
     * @throws IOException when nobody answers now
     */
    Optional<TaxFileNumber> of(String businessId, String entityId) throws IOException;
}

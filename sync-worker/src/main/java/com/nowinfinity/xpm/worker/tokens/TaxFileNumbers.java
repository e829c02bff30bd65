package com.nowinfinity.xpm.worker.tokens;

import java.io.IOException;
import java.util.Optional;

/** Where references to tax file numbers are redeemed. */
public interface TaxFileNumbers {

    /**
     * The number behind a reference; empty when it is there no longer.
     *
     * @throws IOException when nobody answers now
     */
    Optional<TaxFileNumber> redeem(String businessId, String reference) throws IOException;
}

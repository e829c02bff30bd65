package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.Registration;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The valid numbers of a client, wherever they were typed: an ACN in the ABN's place is an ACN.
 *
 * @param acn null when it shows none, or none that is valid
 */
record ClientNumbers(@Nullable String acn, @Nullable String abn) {

    static ClientNumbers of(PracticeClient client) {
        Registration registration = client.registration();
        String acn = Numbers.validAcn(registration.companyNumber());
        String abn = Numbers.validAbn(registration.businessNumber());
        return new ClientNumbers(
                acn == null ? Numbers.validAcn(registration.businessNumber()) : acn,
                abn == null ? Numbers.validAbn(registration.companyNumber()) : abn);
    }

    /** Without those that are somebody else's, as a trustee's on its trust. */
    ClientNumbers without(Set<String> foreign) {
        return new ClientNumbers(
                acn != null && foreign.contains(acn) ? null : acn, abn != null && foreign.contains(abn) ? null : abn);
    }
}

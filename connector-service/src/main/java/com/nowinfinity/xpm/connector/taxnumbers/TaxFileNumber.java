package com.nowinfinity.xpm.connector.taxnumbers;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.secrets.Secret;

/** A tax file number, digits only. Neither it nor a refusal of one prints any of it. */
record TaxFileNumber(Secret digits) {

    private static final int[] WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};
    private static final int TAIL = 3;

    /**
     * Nine digits whose weighted sum divides by 11, blanks aside. Old numbers of eight digits pass unchecked: public
     * descriptions disagree about their weights.
     *
     * @throws ProblemException 400 {@code invalid-tax-file-number}
     */
    static TaxFileNumber of(String given) {
        String digits = ProblemException.required(given, "tfn").replaceAll("\\s", "");
        if (!digits.matches("[0-9]{8,9}")) {
            throw refused("has nine digits, in old cases eight");
        }
        if (digits.matches("0+") || (digits.length() == WEIGHTS.length && sum(digits) % 11 != 0)) {
            throw refused("the digits do not pass the check of a tax file number");
        }
        return new TaxFileNumber(new Secret(digits));
    }

    /** The last three digits, which people may see. */
    String tail() {
        return digits.value().substring(digits.value().length() - TAIL);
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private static ProblemException refused(String reason) {
        return ProblemException.invalidField("invalid-tax-file-number", "tfn", reason);
    }
}

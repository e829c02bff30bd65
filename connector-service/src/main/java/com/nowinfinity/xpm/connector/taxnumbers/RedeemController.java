package com.nowinfinity.xpm.connector.taxnumbers;

import com.nowinfinity.xpm.access.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The workers' way from a reference to the number, just before it is sent; see docs/inside-edges.md. */
@RestController
class RedeemController {

    private final TaxFileNumbers numbers;

    RedeemController(TaxFileNumbers numbers) {
        this.numbers = numbers;
    }

    record Redeemed(String tfn) {
        @Override
        public String toString() {
            return "Redeemed[tfn]";
        }
    }

    @GetMapping("/internal/businesses/{businessId}/tax-file-numbers/{reference}")
    Redeemed redeem(@PathVariable String businessId, @PathVariable String reference) {
        return numbers.redeem(businessId, reference)
                .map(number -> new Redeemed(number.value()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "tax-file-number-not-found",
                        "Not Found",
                        "This reference names no present number of the business."));
    }
}

package com.nowinfinity.xpm.connector.taxnumbers;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The workers' way from a reference, or else from an entity, to the number, just before it is sent. */
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
        return redeemed(
                numbers.redeem(businessId, reference), "This reference names no present number of the business.");
    }

    @GetMapping("/internal/businesses/{businessId}/entities/{entityId}/tax-file-number")
    Redeemed present(@PathVariable String businessId, @PathVariable String entityId) {
        return redeemed(
                numbers.present(businessId, Checks.id(entityId, "entityId")),
                "No tax file number is kept for this entity.");
    }

    private static Redeemed redeemed(Optional<Secret> number, String otherwise) {
        return number.map(found -> new Redeemed(found.value()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "tax-file-number-not-found", "Not Found", otherwise));
    }
}

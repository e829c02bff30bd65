package com.nowinfinity.xpm.connector.taxnumbers;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The only door by which a tax file number comes in. None goes out here: only its reference and last three digits. */
@RestController
@RequestMapping("/api/businesses/{businessId}/entities/{entityId}/tax-file-number")
class TaxFileNumberController {

    private final TaxFileNumbers numbers;

    TaxFileNumberController(TaxFileNumbers numbers) {
        this.numbers = numbers;
    }

    record Given(String tfn) {
        Given {
            ProblemException.required(tfn, "tfn");
        }

        @Override
        public String toString() {
            return "Given[tfn]";
        }
    }

    record Known(String tfnReference, String tfnTail) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String businessId, @PathVariable String entityId, @RequestBody Given given) {
        numbers.keep(businessId, Checks.id(entityId, "entityId"), TaxFileNumber.of(given.tfn()));
    }

    @GetMapping
    Known known(@PathVariable String businessId, @PathVariable String entityId) {
        return numbers.of(businessId, Checks.id(entityId, "entityId"))
                .map(named -> new Known(named.reference(), named.tail()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "tax-file-number-not-found",
                        "Not Found",
                        "No tax file number is kept for this entity."));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String businessId, @PathVariable String entityId) {
        numbers.forget(businessId, Checks.id(entityId, "entityId"));
    }
}

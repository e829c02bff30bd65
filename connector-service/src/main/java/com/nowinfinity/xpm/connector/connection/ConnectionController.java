package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Person;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connect, see, choose, disconnect. */
@RestController
@RequestMapping("/api/businesses/{businessId}/connection")
class ConnectionController {

    private final Authorizations authorizations;
    private final Connecting connecting;
    private final Businesses businesses;
    private final boolean secureCookie;

    ConnectionController(Authorizations authorizations, Connecting connecting, Businesses businesses, Browser browser) {
        this.authorizations = authorizations;
        this.connecting = connecting;
        this.businesses = businesses;
        this.secureCookie = browser.secure();
    }

    /** @param replaces what a second account would put an end to; null where nothing is connected */
    record Consent(URI authorizationUri, @Nullable Replaced replaces) {}

    /** @param replaces what a second account, or disconnecting, would put an end to; null where nothing is connected */
    record Replacement(@Nullable Replaced replaces) {}

    record Choice(String tenantId) {
        Choice {
            ProblemException.required(tenantId, "tenantId");
        }
    }

    @PostMapping("/authorization")
    ResponseEntity<Consent> authorize(@PathVariable String businessId, Caller caller) {
        Authorizations.Begun begun = authorizations.begin(businessId, new Person(caller.sub(), caller.email()));
        ResponseCookie cookie = ResponseCookie.from(
                        CallbackController.COOKIE, begun.cookie().value())
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secureCookie)
                .path("/oauth")
                .maxAge(Authorizations.LIFETIME)
                .build();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(new Consent(begun.authorizationUri(), Replaced.of(businesses, businessId)));
    }

    @GetMapping
    ConnectionView connection(@PathVariable String businessId) {
        return ConnectionView.of(businesses.load(businessId));
    }

    /** Reads every business, so it is asked for only by somebody who is about to connect or disconnect. */
    @GetMapping("/replaced")
    Replacement replaced(@PathVariable String businessId) {
        return new Replacement(Replaced.of(businesses, businessId));
    }

    @PutMapping("/organisation")
    ConnectionView choose(@PathVariable String businessId, @RequestBody Choice choice) {
        return ConnectionView.of(connecting.choose(businessId, choice.tenantId()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(
            @PathVariable String businessId,
            @RequestParam(defaultValue = "true") boolean keepChoices,
            @RequestParam(defaultValue = "true") boolean keepLinks) {
        connecting.disconnect(businessId, new Connecting.Kept(keepChoices, keepLinks));
    }
}

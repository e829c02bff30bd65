package com.nowinfinity.xpm.connector.connection;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators: a business that has left is forgotten, here and by everybody who is told. */
@RestController
class ForgettingController {

    private final Connecting connecting;
    private final ForgottenData data;

    ForgettingController(Connecting connecting, ForgottenData data) {
        this.connecting = connecting;
        this.data = data;
    }

    /** May be repeated. What others keep is gone as soon as they have read the event. */
    @DeleteMapping("/api/businesses/{businessId}/data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String businessId) {
        connecting.forget(businessId);
        data.remove(businessId);
    }
}

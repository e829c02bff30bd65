package com.nowinfinity.xpm.simulator.identity;

import java.time.Instant;

/** An authorisation code on its way from the browser to the token endpoint. */
record Code(AuthorizationRequest request, Grant grant, Instant expiresAt) {}

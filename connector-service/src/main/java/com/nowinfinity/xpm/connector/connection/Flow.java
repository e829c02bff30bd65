package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Person;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.time.Instant;

/**
 * A person on the way to Xero's page and back.
 *
 * @param cookieDigest of the cookie that the person's browser holds
 */
record Flow(String businessId, Person person, String cookieDigest, Secret verifier, Instant expiresAt) {}

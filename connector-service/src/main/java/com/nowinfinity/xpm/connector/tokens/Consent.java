package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.connector.secrets.Secret;
import java.net.URI;

/**
 * Where the browser goes for consent, and what proves later that it was we who sent it.
 *
 * @param verifier of PKCE, S256
 */
public record Consent(URI authorizationUri, Secret verifier) {}

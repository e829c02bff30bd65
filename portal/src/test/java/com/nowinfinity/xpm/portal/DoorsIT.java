package com.nowinfinity.xpm.portal;

import com.nimbusds.jose.jwk.RSAKey;
import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import java.net.URI;
import java.util.Map;

/** The portal's own API; its pages are in {@link PageDoorsIT}. */
class DoorsIT extends EveryDoor {

    @Override
    protected URI service() {
        return RunningPortal.shared().uri("");
    }

    @Override
    protected URI management() {
        return RunningPortal.shared().management("");
    }

    /** Signs with the portal's own key, as nobody else can. */
    @Override
    protected PortalKeys portal() throws Exception {
        return new PortalKeys(RSAKey.parse(RunningPortal.shared().signingKey()));
    }

    @Override
    protected Map<String, Integer> doorsOutside() {
        return Map.of("GET /.well-known/jwks.json", 200, "POST /demo/token", 400, "GET /businesses/{businessId}/live", 302);
    }
}
